using Reelwright.Api;
using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>The files of a finished ad.</summary>
internal sealed record DownloadedFilm(string Video, string? Thumbnail, string? Captions, string? Preview)
{
    /// <summary>The same ad in other aspect ratios.</summary>
    public IReadOnlyList<DownloadedFilm> Variants { get; private init; } = [];

    /// <summary>All that lies beside the film.</summary>
    public IEnumerable<string> Beside =>
        new[] { Thumbnail, Captions, Preview }.OfType<string>().Concat(Variants.SelectMany(variant => variant.Beside.Prepend(variant.Video)));

    /// <summary>Fetches the film, and beside it, under the same name, what else there is.</summary>
    public static async Task<DownloadedFilm> FetchAsync(OrchestratorClient client, JobResult result, string path, CancellationToken cancellationToken)
    {
        var film = await FetchOneAsync(client, path, result.VideoUrl, result.ThumbnailUrl, result.CaptionsUrl, result.PreviewUrl, cancellationToken);
        var variants = new List<DownloadedFilm>();
        foreach (var variant in result.Variants)
        {
            var other = VariantPath(path, variant.AspectRatio);
            variants.Add(await FetchOneAsync(client, other, variant.VideoUrl, variant.ThumbnailUrl, variant.CaptionsUrl, variant.PreviewUrl, cancellationToken));
        }

        return film with { Variants = variants };
    }

    /// <summary><c>ad.mp4</c> in 1:1 is <c>ad.1x1.mp4</c>.</summary>
    private static string VariantPath(string film, string aspectRatio) =>
        Path.ChangeExtension(film, $"{aspectRatio.Replace(':', 'x')}{Path.GetExtension(film)}");

    private static async Task<DownloadedFilm> FetchOneAsync(
        OrchestratorClient client, string path, string video, string? thumbnail, string? captions, string? preview, CancellationToken cancellationToken)
    {
        await FetchFileAsync(client, video, path, cancellationToken);
        return new DownloadedFilm(
            path,
            await FetchBesideAsync(client, thumbnail, path, cancellationToken),
            await FetchBesideAsync(client, captions, path, cancellationToken),
            await FetchBesideAsync(client, preview, path, cancellationToken));
    }

    private static async Task<string?> FetchBesideAsync(OrchestratorClient client, string? url, string film, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            return null;
        }

        var path = Path.ChangeExtension(film, Path.GetExtension(new Uri(client.Server, url).AbsolutePath));
        await FetchFileAsync(client, url, path, cancellationToken);
        return path;
    }

    // Under another name until it is complete, so that a file with the right name is always whole.
    private static async Task FetchFileAsync(OrchestratorClient client, string url, string path, CancellationToken cancellationToken)
    {
        var partial = $"{path}.part";
        try
        {
            await using (var file = File.Create(partial))
            {
                await client.DownloadAsync(url, file, cancellationToken);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
