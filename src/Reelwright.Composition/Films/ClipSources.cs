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
        ContentTypes = ["video/mp4", "video/quicktime", "video/webm", "video/x-matroska", "application/mp4"],
        Timeout = TimeSpan.FromSeconds(options.Value.ClipDownloadSeconds),
    };

    /// <summary>One source a scene, in their order.</summary>
    public async Task<IReadOnlyList<ClipSource>> FindAsync(
        IReadOnlyList<ComposeScene> scenes, WorkContext context, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, ClipSource>(StringComparer.Ordinal);
        var pictures = new Dictionary<string, ReferenceImage>(StringComparer.Ordinal);
        var files = new List<(string Url, string Member)>();
        foreach (var (index, scene) in scenes.Index())
        {
            if (await ReadRecipeAsync(scene.VideoUrl, cancellationToken) is { } recipe)
            {
                found[scene.VideoUrl] = new ClipSource.Drawn(recipe, await ReferenceImageAsync(recipe, pictures, context, cancellationToken));
            }
            else if (found.TryAdd(scene.VideoUrl, new ClipSource.Fetched(Path.Combine(context.Folder, $"clip-{index}"))))
            {
                files.Add((scene.VideoUrl, $"scenes[{index}].video_url"));
            }
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = DownloadsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, stop) =>
            await sources.FetchAsync(file.Member, file.Url, ((ClipSource.Fetched)found[file.Url]).Path, limits, stop));
        return [.. scenes.Select(scene => found[scene.VideoUrl])];
    }

    private async Task<SceneRecipe?> ReadRecipeAsync(string url, CancellationToken cancellationToken) =>
        sources.IsOurs(url, out var clip)
        && OnDemandClips.RecipeOf(clip) is { } key
        && await store.ReadSmallAsync(key, MaxRecipeBytes, cancellationToken) is { } content
            ? RecipeFile.Read(content, Path.GetFileNameWithoutExtension(clip.FileName))
            : null;

    private async Task<ReferenceImage?> ReferenceImageAsync(
        SceneRecipe recipe, Dictionary<string, ReferenceImage> pictures, WorkContext context, CancellationToken cancellationToken)
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
            throw SourceFiles.Unusable("scenes", "the reference image of a clip is no longer in the media store");
        }

        try
        {
            return pictures[key] = await images.ReadAsync(file, cancellationToken);
        }
        catch (MediaRejectedException exception)
        {
            throw SourceFiles.Unusable("scenes", exception.Message, exception);
        }
    }
}
