using Reelwright.Api;
using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>The files of a finished ad.</summary>
internal sealed record DownloadedFilm(string Video, string? Thumbnail, string? Captions)
{
    /// <summary>Fetches the film, and beside it, under the same name, what else there is.</summary>
    public static async Task<DownloadedFilm> FetchAsync(OrchestratorClient client, JobResult result, string path, CancellationToken cancellationToken)
    {
        await FetchFileAsync(client, result.VideoUrl, path, cancellationToken);
        return new DownloadedFilm(
            path,
            await FetchBesideAsync(client, result.ThumbnailUrl, path, cancellationToken),
            await FetchBesideAsync(client, result.CaptionsUrl, path, cancellationToken));
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
