using System.Security.Cryptography;
using Reelwright.Hosting.Outbound;
using Reelwright.Media.Art;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.MediaFiles;
using Reelwright.Services.Sources;
using Reelwright.Services.Work;

namespace Reelwright.VideoGeneration.Clips;

/// <summary>
/// Decides how a clip's reference image is used. Our own drawing of the same look is drawn again in layers that can move;
/// any other picture is fetched, checked and stored, and fills the frame.
/// </summary>
internal sealed class ReferenceImages(IMediaStore store, SourceFiles sources, ReferenceImageReader images)
{
    private const string Member = "reference_image_url";
    private const int HashLength = 16;

    private static readonly DownloadLimits Limits = new()
    {
        MaxBytes = 25_000_000,
        ContentTypes = ["image/*"],
        RetriesNotFound = true,
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>The media key of the image; null when the scene is drawn from its look alone.</summary>
    public async Task<MediaKey?> FindAsync(string? url, ArtSpec look, WorkContext context, CancellationToken cancellationToken)
    {
        if (url is null || IsDrawingOf(look, url))
        {
            return null;
        }

        try
        {
            return await KeepAsync(url, context, cancellationToken);
        }
        catch (WorkException exception)
        {
            throw exception.About(url);
        }
    }

    private bool IsDrawingOf(ArtSpec look, string url) =>
        sources.IsOurs(url, out var key) && key.FileName.StartsWith($"reference-{ArtBrief.IdOf(look)}-", StringComparison.Ordinal);

    private async Task<MediaKey> KeepAsync(string url, WorkContext context, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.Folder, "reference");
        await sources.FetchAsync(Member, url, file, Limits, cancellationToken);
        await using var content = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))[..HashLength];
        var key = context.KeyOf($"reference-images/{hash}");

        // What is stored has been checked for another clip of this job.
        if (!await store.ExistsAsync(key, cancellationToken))
        {
            await CheckAsync(file, cancellationToken);
            content.Position = 0;
            await store.PutAsync(key, content, cancellationToken);
        }

        return key;
    }

    private async Task CheckAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await images.CheckAsync(file, cancellationToken);
        }
        catch (MediaRejectedException exception)
        {
            throw SourceFiles.Unusable(Member, exception.Message, exception);
        }
        catch (FfmpegFailedException exception) when (exception.IsTemporary)
        {
            throw SourceFiles.Unreadable(Member, "the decoder was stopped, took too long or lacked memory. Ask again.", exception);
        }
    }
}
