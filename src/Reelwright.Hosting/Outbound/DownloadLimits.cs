namespace Reelwright.Hosting.Outbound;

/// <summary>Limits of one download.</summary>
public sealed record DownloadLimits
{
    public required long MaxBytes { get; init; }

    /// <summary>
    /// Content types that are taken (<c>video/mp4</c>, or <c>video/*</c> for all of a kind). A label that says nothing about the content,
    /// such as
    /// <c>application/octet-stream</c>, is always taken, because the bytes are checked afterwards.
    /// </summary>
    public required IReadOnlyList<string> ContentTypes { get; init; }

    /// <summary>
    /// Whether the URL may lead to a configured service of this installation: true for a URL that a service returned, false for one
    /// that a user wrote, because a user must not reach hosts that only this installation can reach.
    /// </summary>
    public bool AllowInside { get; init; } = true;

    /// <summary>Whether 404 may pass: a CDN answers it for a file that was stored a moment ago.</summary>
    public bool RetriesNotFound { get; init; }

    /// <summary>For the whole download, redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    internal bool Takes(string contentType) =>
        _unspecific.Contains(contentType, StringComparer.OrdinalIgnoreCase) || ContentTypes.Any(taken => Matches(taken, contentType));

    private static readonly string[] _unspecific =
    [
        "application/octet-stream", "binary/octet-stream", "application/binary", "application/x-binary", "application/force-download",
        "application/download", "application/x-download", "application/unknown", "unknown/unknown", "text/plain",
    ];

    private static bool Matches(string taken, string contentType) => taken.EndsWith("/*", StringComparison.Ordinal)
        ? contentType.StartsWith(taken[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(taken, contentType, StringComparison.OrdinalIgnoreCase);

    /// <summary>For each wait for data.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The time waited for data after which the pace is measured, again and again, so that a trickle of bytes does not hold the download
    /// open.
    /// </summary>
    public TimeSpan PaceWindow { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>A finished download.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">The type in the response, without parameters; null when there is none.</param>
public sealed record Download(long Length, string? ContentType);
