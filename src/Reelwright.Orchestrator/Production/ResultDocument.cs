using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Production;

/// <summary>Makes a job's <c>result</c> from the answers of composition: the film, and beside it its variants.</summary>
internal sealed class ResultDocument(MediaReferences media)
{
    private const decimal BytesPerMegabyte = 1_000_000m;

    private static readonly JsonElement NotMeasured = JsonText.Parse("{}");

    /// <param name="films">The film itself first.</param>
    /// <param name="scenes">Number of scenes.</param>
    public JobResult Create(IReadOnlyList<(string AspectRatio, ComposeResult Film)> films, int scenes)
    {
        var film = films[0].Film;
        return new JobResult
        {
            VideoUrl = media.ToStored(film.VideoUrl),
            ThumbnailUrl = Stored(film.ThumbnailUrl),
            CaptionsUrl = Stored(film.CaptionsUrl),
            Duration = film.Duration,
            Resolution = film.Resolution,
            FileSizeMb = Megabytes(film),
            ScenesGenerated = scenes,
            Variants = [.. films.Skip(1).Select(variant => Variant(variant.AspectRatio, variant.Film))],
            Quality = Quality(film),
            PreviewUrl = Stored(film.PreviewUrl),
        };
    }

    private JobVariant Variant(string aspectRatio, ComposeResult film) => new()
    {
        AspectRatio = aspectRatio,
        VideoUrl = media.ToStored(film.VideoUrl),
        ThumbnailUrl = Stored(film.ThumbnailUrl),
        CaptionsUrl = Stored(film.CaptionsUrl),
        Duration = film.Duration,
        Resolution = film.Resolution,
        FileSizeMb = Megabytes(film),
        Quality = Quality(film),
        PreviewUrl = Stored(film.PreviewUrl),
    };

    private string? Stored(string? url) => url is null ? null : media.ToStored(url);

    // One decimal, also when it is 0.
    private static decimal? Megabytes(ComposeResult film) => film.FileSize is { } bytes ? decimal.Round(bytes / BytesPerMegabyte, 1) + 0.0m : null;

    // Whatever the service has measured, as it is; ours measures more than others may.
    private static JsonElement Quality(ComposeResult film) =>
        film.More?.GetValueOrDefault("quality") is { ValueKind: JsonValueKind.Object } quality ? quality : NotMeasured;
}
