using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>One kind of measurement. It starts from an empty database, judges what it ran, and adds its figures to the results.</summary>
internal sealed record Phase(string Name, Func<TestRig, CancellationToken, Task> RunAsync, bool NeedsPostgres = false)
{
    public static IReadOnlyList<Phase> All { get; } =
    [
        new("tools", ToolsPhase.RunAsync),
        new("start", StartPhase.RunAsync),
        new("create", CreatePhase.RunAsync),
        new("status", StatusPhase.RunAsync),
        new("rate", RatePhase.RunAsync),
        new("drain", DrainPhase.RunAsync),
        new("overhead", OverheadPhase.RunAsync),
        new("burst", BurstPhase.RunAsync),
        new("flight", FlightPhase.RunAsync),
        new("recovery", RecoveryPhase.RunAsync),
        new("nodes", NodesPhase.RunAsync, NeedsPostgres: true),
    ];

    /// <exception cref="FormatException">There is none by this name.</exception>
    public static Phase Find(string name) =>
        All.FirstOrDefault(phase => phase.Name == name) ?? throw new FormatException($"There is no phase '{name}'; there are {string.Join(", ", All.Select(phase => phase.Name))}.");
}
