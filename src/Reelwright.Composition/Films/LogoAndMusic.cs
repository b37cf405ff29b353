using Reelwright.Contracts.Services;
using Reelwright.Hosting.Outbound;
using Reelwright.Media.Ffmpeg;
using Reelwright.Services.Sources;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>Logo and music of a film on this machine, and the warnings about those that are left out.</summary>
internal sealed record Ornaments(string? LogoFile, string? MusicFile, IReadOnlyList<string> Warnings);

/// <summary>
/// Fetches logo and music. The clips are paid for at this point, so a permanently unusable file is left out with a warning; a transient
/// failure fails the call as retryable.
/// </summary>
internal sealed class LogoAndMusic(SourceFiles sources)
{
    private static readonly DownloadLimits LogoLimits = new()
    {
        MaxBytes = 10_000_000,
        ContentTypes = ["image/png", "image/jpeg", "image/webp"],
        Timeout = TimeSpan.FromSeconds(20),
        AllowInside = false,
    };

    private static readonly DownloadLimits MusicLimits = new()
    {
        MaxBytes = 50_000_000,
        ContentTypes =
        [
            "audio/mpeg", "audio/mp3", "audio/mp4", "audio/x-m4a", "audio/m4a", "audio/aac", "audio/aacp", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave",
            "audio/flac", "audio/x-flac", "audio/ogg", "audio/opus", "application/ogg",
        ],
    };

    public async Task<Ornaments> FetchAsync(ComposeRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        var logo = await FetchAsync(
            "brand_guidelines.logo_url", request.BrandGuidelines?.LogoUrl, Path.Combine(context.Folder, "logo"), LogoLimits, MediaInput.Picture, warnings, cancellationToken);
        var music = await FetchAsync(
            "audio.music.url", request.Audio?.Music?.Url, Path.Combine(context.Folder, "music"), MusicLimits, MediaInput.Sound, warnings, cancellationToken);
        return new Ornaments(logo, music, warnings);
    }

    private async Task<string?> FetchAsync(
        string member, string? url, string path, DownloadLimits limits, Func<string, MediaInput> recognise, List<string> warnings, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            return null;
        }

        try
        {
            await sources.FetchAsync(member, url, path, limits, cancellationToken);
            return recognise(path).FilePath;
        }
        catch (Exception exception) when (exception is WorkException { Retryable: false } or MediaRejectedException)
        {
            warnings.Add($"Left out: {exception.Message}");
            return null;
        }
    }
}
