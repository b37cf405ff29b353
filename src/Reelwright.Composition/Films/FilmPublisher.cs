using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Media.Film;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>
/// Stores a finished film and its files in the media store. The film is stored last, so that a stored film always has its files.
/// </summary>
internal sealed class FilmPublisher(IMediaStore store, MediaLinks links)
{
    public async Task<ComposeResult> PublishAsync(FilmResult film, WorkContext context, CancellationToken cancellationToken)
    {
        ServiceWarning[] warnings = [.. film.Warnings.Select(warning => new ServiceWarning
        {
            Code = warning.Code,
            Message = warning.Message,
            Scene = warning.Scene,
        }).Distinct()];
        return new ComposeResult
        {
            ThumbnailUrl = await StoreAsync("thumbnail.jpg", film.ThumbnailPath, context, cancellationToken),
            CaptionsUrl = await StoreAsync("captions.srt", film.SrtPath, context, cancellationToken),
            CaptionsVttUrl = await StoreAsync("captions.vtt", film.VttPath, context, cancellationToken),
            PreviewUrl = film.PreviewPath is { } preview ? await StoreAsync("preview.webp", preview, context, cancellationToken) : null,
            VideoUrl = await StoreAsync("film.mp4", film.FilmPath, context, cancellationToken),
            Duration = decimal.Round((decimal)film.Duration.TotalSeconds, 3),
            Resolution = $"{film.Width}x{film.Height}",
            FileSize = film.FileSize,
            Warnings = warnings.Length > 0 ? warnings : null,
            More = new() { ["quality"] = JsonSerializer.SerializeToElement(film.Quality, FilmJson.Default.FilmQuality) },
        };
    }

    private async Task<string> StoreAsync(string name, string path, WorkContext context, CancellationToken cancellationToken)
    {
        var key = context.KeyOf($"films/{context.RequestId}/{name}");
        await store.PutFileAsync(key, path, cancellationToken);
        return links.ForService(key);
    }
}
