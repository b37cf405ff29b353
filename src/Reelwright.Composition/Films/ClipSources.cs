using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Media;
using Reelwright.Hosting.Outbound;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;
using Reelwright.MediaFiles;
using Reelwright.Services.Sources;
using Reelwright.Services.Work;

namespace Reelwright.Composition.Films;

/// <summary>
/// Finds the source of each scene. A clip of ours that is stored as a recipe is drawn straight into the film; its URL must be
/// signed by us, and the recipe must have the hash in that URL. Any other clip is a file, fetched once however often it is used.
/// </summary>
internal sealed class ClipSources(IMediaStore store, SourceFiles sources, ReferenceImageReader images, IOptions<CompositionOptions> options)
{
    private const int MaxRecipeBytes = 64 * 1024;
    private const int DownloadsAtOnce = 4;

    private readonly DownloadLimits limits = new()
    {
        MaxBytes = options.Value.MaxClipMegabytes * 1_000_000L,
        ContentTypes = ["video/*", "application/mp4", "application/x-matroska"],
        RetriesNotFound = true,
        Timeout = TimeSpan.FromSeconds(options.Value.ClipDownloadSeconds),
    };

    /// <summary>One source a scene, in their order.</summary>
    public async Task<IReadOnlyList<ClipSource>> FindAsync(
        IReadOnlyList<ComposeScene> scenes, WorkContext context, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, ClipSource>(StringComparer.Ordinal);
        var pictures = new Dictionary<string, ReferenceImage>(StringComparer.Ordinal);
        var files = new List<(string Url, int Scene)>();
        foreach (var (index, scene) in scenes.Index())
        {
            if (await ReadRecipeAsync(scene.VideoUrl, cancellationToken) is { } recipe)
            {
                found[scene.VideoUrl] = new ClipSource.Drawn(
                    recipe, await ReferenceImageAsync(recipe, (index, scene.VideoUrl), pictures, context, cancellationToken));
            }
            else if (found.TryAdd(scene.VideoUrl, new ClipSource.Fetched(Path.Combine(context.Folder, $"clip-{index}"))))
            {
                files.Add((scene.VideoUrl, index));
            }
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = DownloadsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, stop) =>
            await FetchAsync(file.Url, file.Scene, ((ClipSource.Fetched)found[file.Url]).Path, stop));
        return [.. scenes.Select(scene => found[scene.VideoUrl])];
    }

    /// <summary>The JSON member of a scene's clip.</summary>
    internal static string MemberOf(int scene) => $"scenes[{scene}].video_url";

    private async Task FetchAsync(string url, int scene, string path, CancellationToken cancellationToken)
    {
        try
        {
            await sources.FetchAsync(MemberOf(scene), url, path, limits, cancellationToken);
        }
        catch (WorkException exception)
        {
            throw exception.About(url, scene);
        }
    }

    private async Task<SceneRecipe?> ReadRecipeAsync(string url, CancellationToken cancellationToken) =>
        sources.IsOurs(url, out var clip)
        && OnDemandClips.RecipeOf(clip) is { } key
        && await store.ReadSmallAsync(key, MaxRecipeBytes, cancellationToken) is { } content
            ? RecipeFile.Read(content, Path.GetFileNameWithoutExtension(clip.FileName))
            : null;

    private async Task<ReferenceImage?> ReferenceImageAsync(
        SceneRecipe recipe, (int Scene, string Url) clip, Dictionary<string, ReferenceImage> pictures, WorkContext context, CancellationToken cancellationToken)
    {
        if (recipe.ReferenceImageKey is not { } key)
        {
            return null;
        }

        if (pictures.TryGetValue(key, out var known))
        {
            return known;
        }

        var file = Path.Combine(context.Folder, $"reference-image-{pictures.Count}");
        if (!await store.CopyToFileAsync(MediaKey.Parse(key), file, cancellationToken))
        {
            throw SourceFiles.Unusable(MemberOf(clip.Scene), "the reference image of the clip is no longer in the media store").About(clip.Url, clip.Scene);
        }

        try
        {
            return pictures[key] = await images.ReadAsync(file, cancellationToken);
        }
        catch (MediaRejectedException exception)
        {
            throw SourceFiles.Unusable(MemberOf(clip.Scene), exception.Message, exception).About(clip.Url, clip.Scene);
        }
    }
}
