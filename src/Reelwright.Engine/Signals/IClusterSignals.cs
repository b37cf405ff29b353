using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Signals;

/// <summary>
/// Tells the nodes of the cluster that something happened to a job. A signal is a doorbell and never the truth: one that is lost, doubled or late costs
/// latency and nothing else, because whoever listens to its node's <see cref="JobSignals"/> also looks into the database every second.
/// </summary>
public interface IClusterSignals
{
    /// <summary>How the signals travel now.</summary>
    SignalsState State { get; }

    /// <summary>One job more is ready: one node with room for it should claim the best of those that are.</summary>
    void JobReady();

    /// <summary>Somebody wants the job cancelled: whichever node works on it should look.</summary>
    void CancelRequested(JobId job);

    /// <summary>The job has new events: whoever follows it, on any node, should look.</summary>
    void JobProgressed(JobId job);
}
