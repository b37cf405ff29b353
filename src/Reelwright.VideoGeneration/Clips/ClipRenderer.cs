using Microsoft.Extensions.Options;
using Reelwright.Hosting.Media;
using Reelwright.Media.Film;
using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;
using Reelwright.MediaFiles;
using Reelwright.Services.Operations;

namespace Reelwright.VideoGeneration.Clips;

/// <summary>Renders a clip from its recipe into the media store.</summary>
internal sealed class ClipRenderer(
    IMediaStore store, ClipEncoder encoder, ReferenceImageReader images, WorkFolders folders, IOptions<VideoGenerationOptions> options) : IDisposable
{
    private const int MaxRecipeBytes = 64 * 1024;

    private readonly SemaphoreSlim turns = new(options.Value.MaxRenders);

    /// <summary>False when the key has no recipe, or the recipe does not match the hash in its name.</summary>
    public async Task<bool> RenderAsync(MediaKey clip, CancellationToken cancellationToken)
    {
        if (OnDemandClips.RecipeOf(clip) is not { } key || await store.ReadSmallAsync(key, MaxRecipeBytes, cancellationToken) is not { } content)
        {
            return false;
        }

        var hash = Path.GetFileNameWithoutExtension(clip.FileName);
        if (RecipeFile.Read(content, hash) is not { } recipe)
        {
            return false;
        }

        await turns.WaitAsync(cancellationToken);
        try
        {
            await RenderAsync(recipe, clip, hash, cancellationToken);
            return true;
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task RenderAsync(SceneRecipe recipe, MediaKey clip, string hash, CancellationToken cancellationToken)
    {
        // The folder's name is random, because two jobs may have the same clip rendered at the same time.
        using var folder = folders.Create($"clip-{hash}-{Path.GetRandomFileName()}");
        var file = Path.Combine(folder.Path, clip.FileName);
        using (var frames = SceneRenderer.Create(recipe, await ReferenceImageAsync(recipe, folder.Path, cancellationToken)))
        {
            await encoder.EncodeAsync(frames, file, cancellationToken);
        }

        await store.PutFileAsync(clip, file, cancellationToken);
    }

    private async Task<ReferenceImage?> ReferenceImageAsync(SceneRecipe recipe, string folder, CancellationToken cancellationToken)
    {
        if (recipe.ReferenceImageKey is not { } image)
        {
            return null;
        }

        var file = Path.Combine(folder, "reference-image");
        return await store.CopyToFileAsync(MediaKey.Parse(image), file, cancellationToken)
            ? await images.ReadAsync(file, cancellationToken)
            : throw new FileNotFoundException($"The reference image {image} of the clip is no longer in the media store.");
    }
}
