using Reelwright.Contracts.Problems;

namespace Reelwright.Services;

/// <summary>The values of <c>error.code</c> in our services' envelopes.</summary>
public static class ServiceErrorCodes
{
    public const string InvalidInput = ErrorCodes.InvalidInput;
    public const string Unauthenticated = ErrorCodes.Unauthenticated;
    public const string NotFound = ErrorCodes.NotFound;
    public const string UnsupportedMediaType = ErrorCodes.UnsupportedMediaType;
    public const string IdempotencyMismatch = ErrorCodes.IdempotencyMismatch;
    public const string Overloaded = ErrorCodes.Overloaded;
    public const string ContentRejected = ErrorCodes.ContentRejected;
    public const string Cancelled = ErrorCodes.Cancelled;
    public const string DeadlineExceeded = ErrorCodes.DeadlineExceeded;
    public const string InternalError = ErrorCodes.InternalError;

    /// <summary>A file that the request points to could not be fetched, or is not what it should be.</summary>
    public const string SourceUnusable = "SOURCE_UNUSABLE";

    /// <summary>A file could not be fetched or read at this moment; the file may be good, and the same request may succeed later.</summary>
    public const string TemporaryFault = "TEMPORARY_FAULT";

    /// <summary>There is no room left on the disk.</summary>
    public const string StorageFull = "STORAGE_FULL";

    /// <summary>A program or library that the work needs is not on the service's machine.</summary>
    public const string ToolsMissing = "TOOLS_MISSING";

    /// <summary>The work was done and its result is not fit to be delivered.</summary>
    public const string ResultFlawed = "RESULT_FLAWED";
}
