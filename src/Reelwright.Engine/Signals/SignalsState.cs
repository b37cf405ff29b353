namespace Reelwright.Engine.Signals;

/// <summary>How a node's signals reach the others.</summary>
public enum SignalsState
{
    /// <summary>Not at all: other nodes find the news by looking into the database.</summary>
    InProcess,

    /// <summary>Through a broker.</summary>
    Connected,

    /// <summary>Not at present: as <see cref="InProcess"/> until the broker is back.</summary>
    Disconnected,
}
