using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Media.Art;
using Reelwright.Media.Scenes;

namespace Reelwright.VideoGeneration.Providers.Local;

/// <summary>From a request to the scene that is drawn for it. Decides everything that the request leaves open; fetches nothing.</summary>
public static class LocalRecipe
{
    /// <summary>As it is drawn without a foreign reference image.</summary>
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
