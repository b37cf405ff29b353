using System.Security.Cryptography;
using Reelwright.Hosting.Outbound;
using Reelwright.Media.Art;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Services;
using Reelwright.Services.Work;

namespace Reelwright.VideoGeneration.Clips;

/// <summary>
/// What a clip's reference image means for how it is drawn. Our own drawing of the same look is drawn anew, in layers that can move;
/// any other picture is fetched, checked and kept as the plate that fills the frame.
/// </summary>
internal sealed class ReferencePictures(IMediaStore store, MediaLinks links, GuardedDownloader downloader, PlateReader plates)
{
    private const int HashLength = 16;

    private static readonly DownloadLimits Limits = new()
    {
        MaxBytes = 25_000_000,
        ContentTypes = ["image/png", "image/jpeg"],
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>The media key of the plate; null when the scene is drawn from its look alone.</summary>
    public async Task<MediaKey?> FindPlateAsync(string? url, ArtSpec look, WorkContext context, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            return null;
        }

        var file = Path.Combine(context.Folder, "reference");
        if (!links.TryVerify(url, acceptExpired: true, out var own))
        {
            await DownloadAsync(url, file, cancellationToken);
        }
        else if (own.FileName.StartsWith($"reference-{ArtBrief.IdOf(look)}-", StringComparison.Ordinal))
        {
            return null;
        }
        else if (!await store.CopyToFileAsync(own, file, cancellationToken))
        {
            throw new WorkException(ServiceErrorCodes.SourceUnusable, "reference_image_url: the image is no longer in the media store.", retryable: false);
        }

        return await KeepAsync(file, context, cancellationToken);
    }

    private async Task DownloadAsync(string url, string file, CancellationToken cancellationToken)
    {
        try
        {
            await downloader.DownloadAsync(url, file, Limits, cancellationToken);
        }
        catch (DownloadException exception)
        {
            throw new WorkException(ServiceErrorCodes.SourceUnusable, $"reference_image_url: {exception.Message}", exception.IsTransient, exception);
        }
    }

    private async Task<MediaKey> KeepAsync(string file, WorkContext context, CancellationToken cancellationToken)
    {
        try
        {
            await plates.CheckAsync(file, cancellationToken);
        }
        catch (MediaRejectedException exception)
        {
            throw new WorkException(ServiceErrorCodes.SourceUnusable, $"reference_image_url: {exception.Message}", retryable: false, exception);
        }

        await using (var content = File.OpenRead(file))
        {
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))[..HashLength];
            var key = context.KeyOf($"plates/{hash}");
            content.Position = 0;
            await store.PutAsync(key, content, cancellationToken);
            return key;
        }
    }
}
