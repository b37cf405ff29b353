using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging;

/// <summary>
/// Signals to all nodes through RabbitMQ. Cancel and progress signals are raised on this node at once and broadcast to the others.
/// A ready signal goes to the ready queue, from which one node with room receives it. Without a broker all signals stay on this node.
/// </summary>
internal sealed class RabbitSignals(JobSignals here, SignalSendBuffer buffer) : IClusterSignals
{
    public SignalsState State => buffer.IsOpen ? SignalsState.Connected : SignalsState.Disconnected;

    public void JobReady()
    {
        if (!buffer.TryAddReady())
        {
            here.SignalReady();
        }
    }

    public void CancelRequested(JobId job)
    {
        here.SignalCancel(job);
        buffer.AddCancelled(job);
    }

    public void JobProgressed(JobId job)
    {
        here.SignalProgress(job);
        buffer.AddProgressed(job);
    }
}
