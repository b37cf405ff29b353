namespace Reelwright.Bench.Measuring;

/// <summary>Processor time used since it was made, by these processes with all below them.</summary>
internal sealed class CpuMeter(IReadOnlyList<int> processes)
{
    private readonly TimeSpan started = Now(processes);

    public TimeSpan Elapsed => Now(processes) - started;

    private static TimeSpan Now(IReadOnlyList<int> processes) => processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + ProcessTree.Cpu(process));
}
