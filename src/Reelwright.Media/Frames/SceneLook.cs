using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>The colours of one scene, taken from its art and graded for its role.</summary>
internal sealed record SceneLook
{
    public required bool IsLight { get; init; }

    /// <summary>For the product and everything around it.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Background from top to bottom.</summary>
    public required Yuv[] Tones { get; init; }

    public required MeshBlob[] Blobs { get; init; }

    public required Yuv Scrim { get; init; }

    public required Yuv Bokeh { get; init; }

    public static SceneLook From(Artwork art, SceneRecipe recipe)
    {
        var grade = GradeOf(recipe.Role, art.IsLight);
        var hero = SceneLayout.For(recipe.Width, recipe.Height, recipe.Role).Hero;
        return new SceneLook
        {
            IsLight = art.IsLight,
            Grade = grade,
            Tones = [.. new[] { art.Tones.Base1, art.Tones.Base0, art.Tones.Base1 }.Select(tone => From(tone).Graded(grade))],
            Blobs = [.. art.Blobs(recipe.Index, recipe.Width, recipe.Height).Select(blob => blob.Colour == art.Tones.Halo
                ? From(blob, recipe, grade) with { X = hero.CentreX, Y = hero.CentreY }
                : From(blob, recipe, grade))],
            Scrim = From(art.ScrimColour).Graded(grade),
            Bokeh = From(art.BokehColour).Graded(grade),
        };
    }

    /// <summary>A problem is shown in tired light, so that the product can bring the colour back.</summary>
    private static Grade GradeOf(string role, bool isLight) => (role, isLight) switch
    {
        (SceneRole.Problem, true) => new Grade(0.90f, 0.45f),
        (SceneRole.Problem, false) => new Grade(0.66f, 0.50f),
        _ => Grade.Full,
    };

    private static Yuv From(Rgb colour) => Yuv.FromRgb(colour.R, colour.G, colour.B);

    private static MeshBlob From(Blob blob, SceneRecipe recipe, Grade grade) => new(
        From(blob.Colour).Graded(grade),
        blob.X * recipe.Width,
        blob.Y * recipe.Height,
        blob.RadiusX * recipe.Width,
        blob.RadiusY * recipe.Height,
        blob.Rotation,
        blob.Opacity);
}
