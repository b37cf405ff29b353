namespace Reelwright.Testing.Wire;

/// <summary>What a wire does to everything that passes over it, in both directions unless said otherwise.</summary>
public sealed record WireFaults
{
    public static WireFaults None { get; } = new();

    /// <summary>How long each piece is under way.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Up to so much more, evenly spread. Pieces never overtake each other.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Null is as fast as the machine.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Cuts what passes into pieces of so many bytes.</summary>
    public int? SliceBytes { get; init; }

    /// <summary>Waits so long between two slices.</summary>
    public TimeSpan SlicePause { get; init; }

    /// <summary>
    /// Nothing passes, and nobody is told: connections stay open, new ones are taken and hear nothing. What was said is delivered when it
    /// ends.
    /// </summary>
    public bool Blackhole { get; init; }

    /// <summary>Only answers are held back: the server hears and does everything, and nobody hears of it.</summary>
    public bool Mute { get; init; }

    /// <summary>After so many more bytes of answers, over all connections, each connection that would carry another is reset.</summary>
    public long? AnswerBytes { get; init; }
}
