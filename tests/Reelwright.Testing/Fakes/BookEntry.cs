namespace Reelwright.Testing.Fakes;

/// <summary>What a line of the book tells.</summary>
public enum BookEvent
{
    /// <summary>Somebody asked for paid work.</summary>
    Asked,

    /// <summary>The work was taken and is charged.</summary>
    Bought,

    /// <summary>The work was refused or failed; <see cref="BookEntry.Cost"/> may still be charged.</summary>
    Failed,

    /// <summary>The stored answer was given again, and nothing charged.</summary>
    Replayed,

    /// <summary>The work was stopped before its end, and its charge taken back.</summary>
    Refunded,
}

/// <summary>One line of the book that the fake services keep.</summary>
public sealed record BookEntry
{
    public required DateTimeOffset At { get; init; }

    public required BookEvent Event { get; init; }

    public required string Service { get; init; }

    /// <summary><c>X-Job-Id</c>.</summary>
    public required string? Job { get; init; }

    public required string Stage { get; init; }

    /// <summary>The scene of a clip, else 0.</summary>
    public required int Scene { get; init; }

    /// <summary><c>Idempotency-Key</c>.</summary>
    public required string? Key { get; init; }

    /// <summary>Which question about this (job, stage, scene) it was, from 1.</summary>
    public required int Attempt { get; init; }

    public decimal Cost { get; init; }

    /// <summary>Of what was bought: the body of the question, byte by byte.</summary>
    public string? Request { get; init; }
}
