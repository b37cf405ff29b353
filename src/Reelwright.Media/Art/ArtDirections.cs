using Reelwright.Media.Art.Directions;
using Reelwright.Media.Colour;

namespace Reelwright.Media.Art;

/// <summary>All art directions, and the choice among them when none is named.</summary>
internal static class ArtDirections
{
    private static readonly DarkTech Tech = new();
    private static readonly LuxuryMinimal Luxury = new();
    private static readonly BoldPop Bold = new();
    private static readonly SoftPastel Soft = new();
    private static readonly NaturalOrganic Natural = new();

    internal static IReadOnlyList<ArtDirection> All { get; } = [Luxury, Bold, Soft, Tech, Natural];

    /// <summary>By name; for an unknown name, the one that suits the first colour.</summary>
    internal static ArtDirection Find(string name, IReadOnlyList<string> palette) =>
        All.FirstOrDefault(direction => direction.Name == name) ?? Suiting(palette);

    private static ArtDirection Suiting(IReadOnlyList<string> palette)
    {
        foreach (var text in palette)
        {
            if (Rgb.TryParse(text, out var colour))
            {
                return Suiting(OkLab.From(colour));
            }
        }

        return Tech;
    }

    private static ArtDirection Suiting(OkLab colour)
    {
        var degrees = colour.Hue * 180 / Math.PI;
        return colour switch
        {
            { L: > 0.78, Chroma: < 0.12 } => Soft,
            { Chroma: < 0.05 } => Luxury,
            { L: < 0.62, Chroma: < 0.15 } when degrees is > 40 and < 160 => Natural,
            _ when degrees is < -30 or > 170 => Tech,
            _ => Bold,
        };
    }
}
