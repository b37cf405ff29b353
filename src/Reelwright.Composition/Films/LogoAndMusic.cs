using Reelwright.Contracts.Services;
using Reelwright.Hosting.Outbound;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;
using Reelwright.Services.Sources;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>Logo and music of a film on this machine, and the warnings about those that are left out.</summary>
internal sealed record Ornaments(string? LogoFile, string? MusicFile, IReadOnlyList<FilmWarning> Warnings);

/// <summary>
/// Fetches logo and music. The clips are paid for at this point, so a permanently unusable file is left out with a warning; a transient
/// failure fails the call as retryable.
/// </summary>
internal sealed class LogoAndMusic(SourceFiles sources)
{
    private static readonly DownloadLimits LogoLimits = new()
    {
        MaxBytes = 10_000_000,
        ContentTypes = ["image/*"],
        Timeout = TimeSpan.FromSeconds(20),
        AllowInside = false,
    };

    private static readonly DownloadLimits MusicLimits = new()
    {
        MaxBytes = 50_000_000,
        ContentTypes =
        [
            "audio/mpeg", "audio/mp3", "audio/mp4", "audio/x-m4a", "audio/m4a", "audio/aac", "audio/aacp",
            "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave",
            "audio/flac", "audio/x-flac", "audio/ogg", "audio/opus", "application/ogg",
        ],
    };

    public async Task<Ornaments> FetchAsync(ComposeRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        var (logo, logoWarning) = await FetchAsync(
            new Ornament("brand_guidelines.logo_url", "logo", LogoLimits, MediaInput.Picture, FilmWarningCodes.LogoLeftOut),
            request.BrandGuidelines?.LogoUrl,
            context,
            cancellationToken);
        var (music, musicWarning) = await FetchAsync(
            new Ornament("audio.music.url", "music", MusicLimits, MediaInput.Sound, FilmWarningCodes.MusicLeftOut),
            request.Audio?.Music?.Url,
            context,
            cancellationToken);
        return new Ornaments(logo, music, [.. new[] { logoWarning, musicWarning }.OfType<FilmWarning>()]);
    }

    private async Task<(string? File, FilmWarning? Warning)> FetchAsync(
        Ornament kind, string? url, WorkContext context, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            return (null, null);
        }

        try
        {
            var path = Path.Combine(context.Folder, kind.Name);
            await sources.FetchAsync(kind.Member, url, path, kind.Limits, cancellationToken);
            return (kind.Recognise(path).FilePath, null);
        }
        catch (Exception exception) when (exception is WorkException { Retryable: false } or MediaRejectedException)
        {
            return (null, new FilmWarning(kind.Code, $"The {kind.Name} was left out: {exception.Message}"));
        }
    }

    private sealed record Ornament(string Member, string Name, DownloadLimits Limits, Func<string, MediaInput> Recognise, string Code);
}
