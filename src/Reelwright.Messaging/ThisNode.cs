using Reelwright.Engine.Signals;

namespace Reelwright.Messaging;

/// <summary>The node that listens.</summary>
/// <param name="Id">Marks what it sends, so that it does not hear itself.</param>
/// <param name="Signals">Its doorbells.</param>
/// <param name="Room">How many jobs more it could claim now, beyond those that it has been rung for.</param>
internal sealed record ThisNode(Guid Id, JobSignals Signals, Func<int> Room)
{
    /// <summary>Rings here for what could not be sent.</summary>
    public void SignalReady(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Signals.SignalReady();
        }
    }
}
