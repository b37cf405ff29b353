using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging;

/// <summary>
/// Signals to all nodes through RabbitMQ. What concerns every node is heard here at once and sent to the others; that a job is ready is for the broker to
/// tell one node with room. While there is no broker it is as if there were no other nodes.
/// </summary>
internal sealed class RabbitSignals(JobSignals here, SignalSendBuffer outbox) : IClusterSignals
{
    public SignalsState State => outbox.IsOpen ? SignalsState.Connected : SignalsState.Disconnected;

    public void JobReady()
    {
        if (!outbox.TryAddReady())
        {
            here.SignalReady();
        }
    }

    public void CancelRequested(JobId job)
    {
        here.SignalCancel(job);
        outbox.AddCancelled(job);
    }

    public void JobProgressed(JobId job)
    {
        here.SignalProgress(job);
        outbox.AddProgressed(job);
    }
}
