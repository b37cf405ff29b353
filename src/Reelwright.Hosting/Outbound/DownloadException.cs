namespace Reelwright.Hosting.Outbound;

/// <summary>
/// A file could not be fetched. The message may be shown: it contains no query, no IP address and nothing that was fetched.
/// </summary>
public sealed class DownloadException : Exception
{
    public DownloadException()
        : this("The download failed.", false, null)
    {
    }

    public DownloadException(string message)
        : this(message, false, null)
    {
    }

    public DownloadException(string message, Exception innerException)
        : this(message, false, innerException)
    {
    }

    public DownloadException(string message, bool transient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = transient;

    /// <summary>Whether the same URL may work later.</summary>
    public bool IsTransient { get; }
}
