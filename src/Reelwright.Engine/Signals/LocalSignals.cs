using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Signals;

/// <summary>A cluster of one, or one whose nodes find each other's news by looking into the database.</summary>
public sealed class LocalSignals(JobSignals here) : IClusterSignals
{
    public SignalsState State => SignalsState.InProcess;

    public void JobReady() => here.SignalReady();

    public void CancelRequested(JobId job) => here.SignalCancel(job);

    public void JobProgressed(JobId job) => here.SignalProgress(job);
}
