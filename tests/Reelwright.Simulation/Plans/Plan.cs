namespace Reelwright.Simulation.Plans;

/// <summary>
/// A whole world as the seed drew it: services, nodes, jobs, and what will happen. Dropping parts of it leaves the rest as it was.
/// </summary>
internal sealed record Plan
{
    public required ulong Seed { get; init; }

    /// <summary>Chooses the order of continuations and the times that the wire takes.</summary>
    public required ulong ScheduleSeed { get; init; }

    public required int Nodes { get; init; }

    public required IReadOnlyList<ServiceProfile> Services { get; init; }

    public required IReadOnlyList<JobPlan> Jobs { get; init; }

    public required IReadOnlyList<Happening> Happenings { get; init; }

    /// <summary>How long a job may be worked on.</summary>
    public double JobDeadline { get; init; } = 600;

    public int MaxParallelClips { get; init; } = 2;

    public ServiceProfile Profile(string service) => Services.First(profile => profile.Service == service);
}
