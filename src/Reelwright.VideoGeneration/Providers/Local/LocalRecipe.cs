using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Media.Art;
using Reelwright.Media.Scenes;

namespace Reelwright.VideoGeneration.Providers.Local;

/// <summary>Turns a request into the recipe of a scene, with defaults for missing members. Fetches nothing.</summary>
public static class LocalRecipe
{
    /// <summary>The recipe without a foreign reference image.</summary>
    public static SceneRecipe Of(VideoRequest request)
    {
        var direction = request.VisualDirection;
        var (width, height) = AspectRatios.FrameOf(request.AspectRatio);
        return new SceneRecipe
        {
            Width = width,
            Height = height,
            Duration = (double)request.Duration,
            Role = request.Scene?.Role ?? SceneRoles.Product,
            Camera = request.Scene?.Camera ?? Cameras.PushIn,
            Index = request.Scene?.Index ?? 0,
            Art = ArtBrief.Read(direction?.Motif, direction?.Style, direction?.Palette, direction?.Mood, direction?.Subject),
        };
    }
}
