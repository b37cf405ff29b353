namespace Reelwright.Hosting.Outbound;

/// <summary>What a download may come to before it is given up.</summary>
public sealed record DownloadLimits
{
    public required long MaxBytes { get; init; }

    /// <summary>Content types that are taken (<c>video/mp4</c>). A server that names none, or <c>application/octet-stream</c>, is believed until the content is looked at.</summary>
    public required IReadOnlyList<string> ContentTypes { get; init; }

    /// <summary>
    /// Whether the URL may lead to a configured service of this installation. What a service hands on may; what a user wrote may not, or
    /// our trust in our own hosts would be the user's.
    /// </summary>
    public bool AllowInside { get; init; } = true;

    /// <summary>For the whole download, redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For each wait on the other side.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long the other side is waited for before its pace is judged, again and again, so that one byte now and then does not hold us.</summary>
    public TimeSpan PaceWindow { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>What was downloaded.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">As the server named it, without parameters; null when it did not.</param>
public sealed record Download(long Length, string? ContentType);
