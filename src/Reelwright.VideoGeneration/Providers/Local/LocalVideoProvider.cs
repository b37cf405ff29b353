using Microsoft.Extensions.Options;
using Reelwright.Contracts.Services;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Scenes;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Services.Providers;
using Reelwright.Services.Work;
using Reelwright.VideoGeneration.Clips;

namespace Reelwright.VideoGeneration.Providers.Local;

/// <summary>
/// Stores a scene as a recipe and returns the URL of the clip. The clip is rendered when it is fetched; our own
/// composition reads the recipe instead and draws the scene into the film.
/// </summary>
internal sealed class LocalVideoProvider(
    IMediaStore store, MediaLinks links, ReferenceImages pictures, MediaReadiness readiness, IOptions<PricingOptions> pricing) : IProvider<VideoRequest, VideoResult>
{
    private const decimal TypicalUsdPerSecond = 0.04m;

    public ProviderInfo Info { get; } = new()
    {
        Name = "local",
        Model = "scene-renderer-1",
        Price = pricing.Value.PriceOf("second", TypicalUsdPerSecond),
        TypicalSeconds = 0.2,
    };

    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken) => (await readiness.FindFaultAsync(cancellationToken))?.ToString();

    public async Task<ProviderAnswer<VideoResult>> GenerateAsync(VideoRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        var scene = LocalRecipe.Of(request);
        var image = await pictures.FindAsync(request.ReferenceImageUrl, scene.Art, context, cancellationToken);
        var recipe = RecipeFile.Write(scene with { ReferenceImageKey = image?.Value });

        var hash = recipe.Hash;
        await store.PutAsync(context.KeyOf($"clips/{hash}.recipe.json"), new MemoryStream(recipe.Content), cancellationToken);
        var result = new VideoResult
        {
            VideoUrl = links.ForService(context.KeyOf($"clips/{hash}.mp4")),
            Duration = request.Duration,
            Resolution = $"{scene.Width}x{scene.Height}",
        };
        return new ProviderAnswer<VideoResult>(result, decimal.Round(Info.Price.Usd * request.Duration, 6));
    }
}
