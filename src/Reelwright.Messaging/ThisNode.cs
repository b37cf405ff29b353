using Reelwright.Engine.Signals;

namespace Reelwright.Messaging;

/// <summary>The node that sends and receives signals.</summary>
/// <param name="Id">Marks the messages that it sends, so that it ignores its own broadcasts.</param>
/// <param name="Signals">The signals within this process.</param>
/// <param name="Room">How many jobs it can claim now, beyond those that it was already signalled for.</param>
internal sealed record ThisNode(Guid Id, JobSignals Signals, Func<int> Room)
{
    /// <summary>Raises on this node the ready signals that could not be sent.</summary>
    public void SignalReady(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Signals.SignalReady();
        }
    }
}
