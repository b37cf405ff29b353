using Reelwright.Contracts.Services;

namespace Reelwright.Services.Operations;

/// <summary>A call as it is stored.</summary>
public sealed record OperationRecord
{
    public required string Id { get; init; }

    /// <summary>The caller's idempotency key, or a generated one.</summary>
    public required string Key { get; init; }

    public required string Fingerprint { get; init; }

    public required string? JobId { get; init; }

    /// <summary>W3C trace context of the request that began it.</summary>
    public required string? TraceParent { get; init; }

    /// <summary>The body; null once the operation has ended.</summary>
    public required byte[]? Request { get; init; }

    /// <summary>One of <see cref="OperationStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>How often the work was resumed after a crash of the process. An orderly stop does not count.</summary>
    public required int Restarts { get; init; }

    public required bool IsDefinite { get; init; }

    public required int HttpStatus { get; init; }

    /// <summary>The envelope; null while it runs.</summary>
    public required byte[]? Response { get; init; }

    public bool IsRunning => Status == OperationStatus.Running;
}

/// <summary>The outcome of a request to begin an operation.</summary>
public enum BeginKind
{
    /// <summary>The operation is new; the caller runs it.</summary>
    Started,

    /// <summary>The same request is running.</summary>
    AlreadyRunning,

    /// <summary>The operation has ended; its answer is kept.</summary>
    AlreadyEnded,

    /// <summary>The key was used for another request.</summary>
    Mismatch,

    /// <summary>There are as many as can wait.</summary>
    Busy,
}

/// <summary>The outcome, with the record unless it is <see cref="BeginKind.Busy"/>.</summary>
public sealed record BeginOutcome(BeginKind Kind, OperationRecord? Record);
