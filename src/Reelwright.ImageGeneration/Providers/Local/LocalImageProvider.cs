using Microsoft.Extensions.Options;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Media.Art;
using Reelwright.Media.Vector;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Services.Providers;
using Reelwright.Services.Work;

namespace Reelwright.ImageGeneration.Providers.Local;

/// <summary>Draws the product and its light as vector art. The same look always gives the same picture under the same name.</summary>
internal sealed class LocalImageProvider(IMediaStore store, MediaLinks links, IOptions<PricingOptions> pricing) : IProvider<ImageRequest, ImageResult>
{
    private const decimal TypicalUsd = 0.20m;

    public ProviderInfo Info { get; } = new()
    {
        Name = "local",
        Model = "vector-still-1",
        Price = pricing.Value.PriceOf("call", TypicalUsd),
        TypicalSeconds = 1.0,
    };

    public Task<string?> FindFaultAsync(CancellationToken cancellationToken) => Task.FromResult(SvgRaster.Probe());

    public async Task<ProviderAnswer<ImageResult>> GenerateAsync(ImageRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        var look = request.VisualDirection;
        var spec = ArtBrief.Read(look?.Motif, look?.Style ?? request.Style, look?.Palette, look?.Mood, look?.Subject);
        var (width, height) = AspectRatios.FrameOf(request.AspectRatio);
        var key = context.KeyOf($"reference-{ArtBrief.IdOf(spec)}-{width}x{height}.png");
        if (!await store.ExistsAsync(key, cancellationToken))
        {
            var file = Path.Combine(context.Folder, key.FileName);
            await Task.Run(() => StillImage.WritePng(spec, width, height, file), cancellationToken);
            await store.PutFileAsync(key, file, cancellationToken);
        }

        return new ProviderAnswer<ImageResult>(new ImageResult { ImageUrl = links.ForService(key), Seed = spec.Seed }, Info.Price.Usd);
    }
}
