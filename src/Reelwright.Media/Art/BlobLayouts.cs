using Reelwright.Media.Colour;

namespace Reelwright.Media.Art;

/// <summary>
/// Where the lights stand. Positions are for a portrait frame whose hero is at (0.5, 0.38); other frames are derived from it,
/// so that a light keeps its place beside the hero.
/// </summary>
internal static class BlobLayouts
{
    private static readonly Light[][] Layouts =
    [
        [
            new(Role.Wide, 0.08, 0.08, 1.15, 0.62, -18, 0.92), new(Role.Side, 1.00, 0.30, 0.95, 0.52, 12, 0.66),
            new(Role.Deep, 0.25, 0.72, 1.20, 0.46, 6, 0.80), new(Role.Wide, 0.98, 1.00, 1.00, 0.44, -8, 0.55),
            new(Role.Halo, 0.50, 0.38, 0.78, 0.42, 0, 0.62), new(Role.Spark, 0.82, 0.50, 0.58, 0.30, 20, 0.34),
        ],
        [
            new(Role.Side, 0.95, 0.05, 1.10, 0.58, 14, 0.72), new(Role.Wide, 0.00, 0.42, 1.00, 0.52, -12, 0.90),
            new(Role.Deep, 0.70, 0.76, 1.15, 0.42, -4, 0.78), new(Role.Wide, 0.20, 1.02, 1.10, 0.42, 10, 0.60),
            new(Role.Halo, 0.50, 0.38, 0.80, 0.44, 0, 0.60), new(Role.Spark, 0.20, 0.26, 0.56, 0.30, -24, 0.36),
        ],
        [
            new(Role.Wide, 0.50, 0.22, 1.35, 0.60, 4, 0.80), new(Role.Side, 0.04, 0.55, 0.90, 0.40, 24, 0.55),
            new(Role.Deep, 0.55, 0.82, 1.35, 0.44, 0, 0.85), new(Role.Side, 1.02, 0.06, 0.90, 0.40, -16, 0.60),
            new(Role.Halo, 0.50, 0.40, 0.90, 0.46, 0, 0.66), new(Role.Spark, 0.70, 0.20, 0.52, 0.28, 30, 0.30),
        ],
        [
            new(Role.Side, 0.12, 0.26, 1.05, 0.46, -26, 0.66), new(Role.Wide, 0.92, 0.56, 1.10, 0.50, -22, 0.88),
            new(Role.Deep, 0.18, 0.80, 1.10, 0.42, 8, 0.82), new(Role.Wide, 0.90, 0.02, 0.85, 0.40, 10, 0.70),
            new(Role.Halo, 0.50, 0.37, 0.76, 0.42, 0, 0.58), new(Role.Spark, 0.86, 0.36, 0.54, 0.30, 12, 0.36),
        ],
    ];

    private enum Role
    {
        Wide,
        Side,
        Deep,
        Halo,
        Spark,
    }

    internal static IReadOnlyList<Blob> Place(ArtTones tones, int seed, int sceneIndex, int width, int height)
    {
        var layout = Layouts[(int)((Hash(seed, 0) + (uint)Math.Max(sceneIndex, 0)) % (uint)Layouts.Length)];
        var mirrored = (Hash(seed, 1) & 1) == 1;
        var hero = HeroPlacement.For(width, height);
        return [.. layout.Select((place, i) => Place(place, tones, mirrored, hero, Shift(seed, sceneIndex, i)))];
    }

    private static Blob Place(Light place, ArtTones tones, bool mirrored, HeroPlacement hero, (double X, double Y) shift)
    {
        var still = place.Role == Role.Halo;
        var x = mirrored ? 1 - place.X : place.X;
        var rotation = (mirrored ? -place.Rotation : place.Rotation) * Math.PI / 180;

        // Halo and spark belong to the hero and keep their distance to it; the other lights spread over the frame.
        var beside = still || place.Role == Role.Spark;
        x = beside ? hero.X + ((x - 0.5) * hero.Narrowing) : 0.5 + ((x - 0.5) * hero.SpreadX) + ((hero.X - 0.5) * 0.35);
        var y = still ? hero.Y : place.Y;
        return new Blob(
            (float)(x + (still ? 0 : shift.X)),
            (float)(y + (still ? 0 : shift.Y)),
            (float)(place.RadiusX * hero.RadiusX),
            (float)(place.RadiusY * hero.RadiusY),
            (float)rotation,
            Colour(place.Role, tones),
            (float)Math.Min(1, place.Opacity * tones.Strength));
    }

    private static Rgb Colour(Role role, ArtTones tones) => role switch
    {
        Role.Wide => tones.Wide,
        Role.Side => tones.Side,
        Role.Deep => tones.Deep,
        Role.Halo => tones.Halo,
        _ => tones.Spark,
    };

    private static (double X, double Y) Shift(int seed, int sceneIndex, int blob)
    {
        var bits = Hash(seed, 16 + (sceneIndex * 16) + blob);
        return (((bits & 255) / 255.0 * 0.10) - 0.05, ((bits >> 8 & 255) / 255.0 * 0.08) - 0.04);
    }

    /// <summary>The finaliser of MurmurHash3: every bit of the input moves every bit of the output.</summary>
    private static uint Hash(int seed, int salt)
    {
        var bits = unchecked((uint)seed + ((uint)salt * 0x9E3779B9));
        bits = unchecked((bits ^ (bits >> 16)) * 0x85EBCA6B);
        bits = unchecked((bits ^ (bits >> 13)) * 0xC2B2AE35);
        return bits ^ (bits >> 16);
    }

    private readonly record struct Light(Role Role, double X, double Y, double RadiusX, double RadiusY, double Rotation, double Opacity);
}
