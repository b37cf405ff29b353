namespace Reelwright.Hosting.Outbound;

/// <summary>Limits of one download.</summary>
public sealed record DownloadLimits
{
    public required long MaxBytes { get; init; }

    /// <summary>
    /// Accepted content types (<c>video/mp4</c>). A response without a type, or with <c>application/octet-stream</c>, is accepted too:
    /// the content is checked later.
    /// </summary>
    public required IReadOnlyList<string> ContentTypes { get; init; }

    /// <summary>
    /// Whether the URL may lead to a configured service of this installation: true for a URL that a service returned, false for one
    /// that a user wrote, because a user must not reach hosts that only this installation can reach.
    /// </summary>
    public bool AllowInside { get; init; } = true;

    /// <summary>For the whole download, redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

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
