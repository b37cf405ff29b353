using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Signals;

/// <summary>
/// Signals to the nodes of the cluster that something happened to a job. A signal is a doorbell and never the truth. A signal that is
/// lost, doubled or late costs latency and nothing else, because each node also polls the database every second.
/// </summary>
public interface IClusterSignals
{
    /// <summary>How the signals travel now.</summary>
    SignalsState State { get; }

    /// <summary>One job more is ready: one node with room for it should claim the best of those that are.</summary>
    void JobReady();

    /// <summary>A cancel of the job was requested; the node that works on it reads the database.</summary>
    void CancelRequested(JobId job);

    /// <summary>The job has new events; each node that streams them reads the database.</summary>
    void JobProgressed(JobId job);
}
