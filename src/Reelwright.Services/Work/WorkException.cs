namespace Reelwright.Services.Work;

/// <summary>The work can't be done. The caller sees the message.</summary>
public sealed class WorkException : Exception
{
    public WorkException()
        : this(ServiceErrorCodes.InternalError, "The work failed.", retryable: true)
    {
    }

    public WorkException(string message)
        : this(ServiceErrorCodes.InternalError, message, retryable: true)
    {
    }

    public WorkException(string message, Exception innerException)
        : this(ServiceErrorCodes.InternalError, message, retryable: true, innerException)
    {
    }

    public WorkException(string code, string message, bool retryable, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Retryable = retryable;
    }

    /// <summary>One of <see cref="ServiceErrorCodes"/>, or a provider's own.</summary>
    public string Code { get; } = ServiceErrorCodes.InternalError;

    /// <summary>Whether the same request may succeed later. A permanent failure is stored under the call's key.</summary>
    public bool Retryable { get; }

    /// <summary>Index of the scene whose file is unusable, from 0; null when no scene's file is.</summary>
    public int? Scene { get; private init; }

    /// <summary>The unusable file's URL as the request names it; null when no file is.</summary>
    public string? SourceUrl { get; private init; }

    /// <summary>The same error with the file that caused it.</summary>
    public WorkException About(string sourceUrl, int? scene = null) => new(Code, Message, Retryable, this) { SourceUrl = sourceUrl, Scene = scene };
}
