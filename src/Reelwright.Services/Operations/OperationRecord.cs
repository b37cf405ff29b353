using Reelwright.Contracts.Services;

namespace Reelwright.Services.Operations;

/// <summary>A call as the store keeps it.</summary>
public sealed record OperationRecord
{
    public required string Id { get; init; }

    /// <summary>The caller's idempotency key, or one made for a call without.</summary>
    public required string Key { get; init; }

    public required string Fingerprint { get; init; }

    public required string? JobId { get; init; }

    /// <summary>W3C trace context of the request that began it.</summary>
    public required string? TraceParent { get; init; }

    /// <summary>The body; null once the operation has ended.</summary>
    public required byte[]? Request { get; init; }

    /// <summary>One of <see cref="OperationStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>How often its work was taken up again because the process had died over it; stopping in good order does not count.</summary>
    public required int Restarts { get; init; }

    public required bool IsDefinite { get; init; }

    public required int HttpStatus { get; init; }

    /// <summary>The envelope; null while it runs.</summary>
    public required byte[]? Response { get; init; }

    public bool IsRunning => Status == OperationStatus.Running;
}

/// <summary>What became of a request to begin an operation.</summary>
public enum BeginKind
{
    /// <summary>It is ours to run.</summary>
    Started,

    /// <summary>The same request is being worked on.</summary>
    AlreadyRunning,

    /// <summary>It has ended, and its answer stands.</summary>
    AlreadyEnded,

    /// <summary>The key was used for another request.</summary>
    Mismatch,

    /// <summary>There are as many as can wait.</summary>
    Busy,
}

/// <summary>The outcome, with the record unless it is <see cref="BeginKind.Busy"/>.</summary>
public sealed record BeginOutcome(BeginKind Kind, OperationRecord? Record);
