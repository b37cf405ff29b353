namespace Reelwright.Simulation.World;

/// <summary>Hears of the paid calls of a node.</summary>
internal interface INodeWatch
{
    /// <summary>A paid call is about to leave.</summary>
    void Sending(WireRequest request);

    /// <summary>A paid call has left.</summary>
    void Sent(WireRequest request);
}
