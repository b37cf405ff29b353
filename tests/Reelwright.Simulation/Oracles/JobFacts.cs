using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Oracles;

/// <summary>What the oracle has seen of one job.</summary>
internal sealed class JobFacts
{
    public required int Scenes { get; init; }

    public required decimal Limit { get; set; }

    public bool IsWorking { get; set; } = true;

    public bool IsDeleted { get; set; }

    /// <summary>Further purchases that a person has allowed.</summary>
    public Dictionary<Slot, int> Consents { get; } = [];

    /// <summary>By key: what the engine must count for a call, its estimate until it knows the cost.</summary>
    public Dictionary<string, decimal> Known { get; } = [];
}
