namespace Reelwright.Bench.Measuring;

/// <summary>How much of the machine others took. Everything of ours runs below this process.</summary>
internal sealed class ForeignLoad
{
    private readonly (TimeSpan Busy, TimeSpan Total) machine = ProcessTree.Machine();
    private readonly TimeSpan ours = ProcessTree.Cpu(Environment.ProcessId);

    /// <summary>From 0 to 1.</summary>
    public double Share()
    {
        var (busy, total) = ProcessTree.Machine();
        var others = busy - machine.Busy - (ProcessTree.Cpu(Environment.ProcessId) - ours);
        return Math.Clamp(others / (total - machine.Total), 0, 1);
    }
}
