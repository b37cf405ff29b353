namespace Reelwright.Engine.Tests.Interleavings;

/// <summary>What may happen next in a world of two nodes, a few jobs and services that fail.</summary>
internal enum MoveKind
{
    Create,

    /// <summary>A node claims what is ready.</summary>
    Claim,

    /// <summary>A node decides on one of its jobs and commits.</summary>
    Step,

    /// <summary>An exchange of a node ends, well or badly.</summary>
    Answer,

    /// <summary>A node falls silent and the other sweeps it: it has crashed, or it was only paused and does not know yet.</summary>
    Lose,

    Cancel,

    Retry,

    /// <summary>Time passes, and both nodes renew.</summary>
    Wait,
}

/// <summary>One move; the numbers choose whom it concerns and how it ends.</summary>
internal readonly record struct Move(MoveKind Kind, int Who, int How)
{
    public override string ToString() => $"{Kind}({Who},{How})";
}
