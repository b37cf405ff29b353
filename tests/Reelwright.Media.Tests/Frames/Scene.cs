using Reelwright.Media.Art;
using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Frames;

/// <summary>Recipes with sound defaults, and their frames.</summary>
internal static class Scene
{
    public static SceneRecipe Of(
        int width = 270, int height = 480, string role = "product", string camera = "push_in", string direction = "dark_tech", int index = 1) => new()
        {
            Width = width,
            Height = height,
            Duration = 5,
            Role = role,
            Camera = camera,
            Index = index,
            Art = new ArtSpec { Motif = "watch", Direction = direction, Palette = ["#5b4bff", "#00c2ff", "#ff5fa2"], Seed = 7 },
        };

    public static byte[] Frame(this SceneRenderer scene, int frame)
    {
        var pixels = new byte[scene.Width * scene.Height * 3 / 2];
        scene.Render(frame, pixels);
        return pixels;
    }

    public static byte[] Frame(SceneRecipe recipe, int frame, ReferenceImage? referenceImage = null)
    {
        using var scene = SceneRenderer.Create(recipe, referenceImage);
        return scene.Frame(frame);
    }

    /// <summary>Mean difference of two frames' luma, in code values.</summary>
    public static double Difference(SceneRecipe recipe, byte[] a, byte[] b)
    {
        var total = 0L;
        for (var i = 0; i < recipe.Width * recipe.Height; i++)
        {
            total += Math.Abs(a[i] - b[i]);
        }

        return (double)total / (recipe.Width * recipe.Height);
    }
}
