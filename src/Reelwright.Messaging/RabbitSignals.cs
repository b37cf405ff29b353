using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Messaging.Rings;

namespace Reelwright.Messaging;

/// <summary>
/// Signals to all nodes through RabbitMQ. What concerns every node is heard here at once and sent to the others; that a job is ready is for the broker to
/// tell one node with room. While there is no broker it is as if there were no other nodes.
/// </summary>
internal sealed class RabbitSignals(JobSignals here, Outbox outbox) : IClusterSignals
{
    public SignalsState State => outbox.IsOpen ? SignalsState.Connected : SignalsState.Disconnected;

    public void JobReady()
    {
        if (!outbox.TryAddReady())
        {
            here.RingReady();
        }
    }

    public void CancelRequested(JobId job)
    {
        here.RingCancel(job);
        outbox.AddCancelled(job);
    }

    public void JobProgressed(JobId job)
    {
        here.RingProgress(job);
        outbox.AddProgressed(job);
    }
}
