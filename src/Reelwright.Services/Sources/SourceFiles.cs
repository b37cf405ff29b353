using Reelwright.Hosting.Outbound;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Services.Work;

namespace Reelwright.Services.Sources;

/// <summary>
/// Files that a request names by URL. One that we signed is read from the media store, even when its signature has run out since, because
/// a retry may come days later; any other is fetched through the outbound guard.
/// </summary>
public sealed class SourceFiles(IMediaStore store, MediaLinks links, GuardedDownloader downloader)
{
    /// <summary>Whether we signed this URL.</summary>
    public bool IsOurs(string? url, out MediaKey key) => links.TryVerify(url, acceptExpired: true, out key);

    /// <summary>Writes the file to <paramref name="path"/>.</summary>
    /// <param name="member">The JSON member that holds the URL, for error messages.</param>
    /// <param name="url">Where it is.</param>
    /// <param name="path">Where to put it.</param>
    /// <param name="limits">For what is fetched from elsewhere.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="WorkException">The file can't be fetched.</exception>
    public async Task FetchAsync(string member, string url, string path, DownloadLimits limits, CancellationToken cancellationToken)
    {
        if (IsOurs(url, out var key))
        {
            if (!await store.CopyToFileAsync(key, path, cancellationToken))
            {
                throw Unusable(member, "the file is no longer in the media store");
            }

            return;
        }

        try
        {
            await downloader.DownloadAsync(url, path, limits, cancellationToken);
        }
        catch (DownloadException exception)
        {
            var code = exception.IsTransient ? ServiceErrorCodes.TemporaryFault : ServiceErrorCodes.SourceUnusable;
            throw new WorkException(code, $"{member}: {exception.Message}", exception.IsTransient, exception);
        }
    }

    /// <summary>A source that is permanently unusable.</summary>
    public static WorkException Unusable(string member, string reason, Exception? cause = null) =>
        new(ServiceErrorCodes.SourceUnusable, $"{member}: {reason}", retryable: false, cause);

    /// <summary>A source that may be good and could not be read at this moment.</summary>
    public static WorkException Unreadable(string member, string reason, Exception? cause = null) =>
        new(ServiceErrorCodes.TemporaryFault, $"{member}: {reason}", retryable: true, cause);
}
