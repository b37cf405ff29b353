using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>Three colours of a film: the brand's own first, the missing ones in harmony with them, the accent bright enough to stand out.</summary>
internal static class PaletteMaker
{
    private const double AccentDistance = 0.28;

    /// <summary>Primary, secondary and accent by art direction; several each, so that not all films of a kind look alike.</summary>
    private static readonly Dictionary<string, string[][]> ByDirection = new(StringComparer.Ordinal)
    {
        [ArtDirections.LuxuryMinimal] =
        [
            ["#14110f", "#2e2723", "#d4af6a"], ["#0f1a1c", "#233a3c", "#d9c08c"], ["#1a1420", "#3b2a44", "#d8b4a0"], ["#10141f", "#24304a", "#c9b37e"], ["#1c1613", "#4a3527", "#e3c79b"], ["#16181a", "#3a3f44", "#d7d2c8"],
        ],
        [ArtDirections.BoldPop] =
        [
            ["#ff4d2e", "#2b1055", "#ffd23f"], ["#6c2bd9", "#ff3d81", "#ffe14d"], ["#0057ff", "#ff5c39", "#c6ff4d"], ["#e6174b", "#3b0ca3", "#ffcf33"], ["#00a676", "#123c69", "#ffd400"], ["#ff6b00", "#5b0eeb", "#00f0c8"],
        ],
        [ArtDirections.SoftPastel] =
        [
            ["#f3d9dc", "#cfe3d4", "#8d5a97"], ["#dfe7f5", "#f7d8c4", "#5470a8"], ["#e8dff5", "#fce1e4", "#7a5c9e"], ["#d7ebdc", "#f6ead2", "#4f7f68"], ["#fbe4d8", "#dcd6f7", "#b0567a"], ["#e4f1ee", "#f9d5bb", "#3f7d80"],
        ],
        [ArtDirections.DarkTech] =
        [
            ["#0b1026", "#3d2bff", "#2ee6ff"], ["#071a1f", "#0b6e69", "#5dffb0"], ["#120b26", "#6a1bff", "#ff4fa3"], ["#0a1420", "#1257c8", "#7dd3ff"], ["#0d0f14", "#27407a", "#9dff57"], ["#100c1d", "#4527a0", "#ffb86b"],
        ],
        [ArtDirections.NaturalOrganic] =
        [
            ["#2f4a33", "#a9834f", "#f2d39b"], ["#5b3a21", "#a8692d", "#f6d8a8"], ["#34502b", "#7d9b54", "#f4e3a1"], ["#3e2a1d", "#8a4b2a", "#f0b97d"], ["#27443f", "#5f8f7b", "#f5d6b4"], ["#4a2c2a", "#b5583c", "#f8d9b0"],
        ],
    };

    private static readonly Dictionary<string, string[]> ByMotif = new(StringComparer.Ordinal)
    {
        [Motifs.Coffee] = ["#3b2417", "#8a5a34", "#f2c48d"],
        [Motifs.Tea] = ["#dfe9cf", "#a9c282", "#4f6f3a"],
        [Motifs.Bakery] = ["#5a3418", "#b9722f", "#f7d9a5"],
        [Motifs.Grocery] = ["#2f5d34", "#7fa650", "#ffd27a"],
        ["wine"] = ["#2a0f1c", "#6d1f3a", "#e8b98a"],
        ["plant"] = ["#1f3d2b", "#5b8c5a", "#f1e2a9"],
    };

    public static IReadOnlyList<string> Make(BrandGuidelines? brand, string direction, string motif, ulong seed)
    {
        var primary = Colour(brand?.PrimaryColor);
        var secondary = Colour(brand?.SecondaryColor);
        if (primary is null && secondary is null)
        {
            return Chosen(direction, motif, seed);
        }

        var first = primary ?? secondary!;
        var second = primary is null ? Companion(first) : secondary ?? Companion(first);
        return [first, second, Accent(first, second)];
    }

    private static string[] Chosen(string direction, string motif, ulong seed)
    {
        var choices = ByDirection[direction];
        var pick = (int)(StableHash.Mix(seed, "palette") % (ulong)(choices.Length + 1));
        var fits = direction == ArtDirections.NaturalOrganic || (direction == ArtDirections.SoftPastel && motif == Motifs.Tea);
        return fits && ByMotif.TryGetValue(motif, out var own) && (pick == choices.Length || pick % 2 == 0) ? own : choices[pick % choices.Length];
    }

    /// <summary>The primary's neighbour on the colour circle, a step darker or lighter.</summary>
    private static string Companion(string primary)
    {
        var colour = OkLab.FromHex(primary).Turned(32);
        var lightness = colour.Lightness > 0.55 ? colour.Lightness - 0.2 : colour.Lightness + 0.18;
        return (colour with { Lightness = lightness, Chroma = Math.Max(colour.Chroma, 0.04) }).ToHex();
    }

    /// <summary>Opposite the primary, and as far from both in lightness as a button needs to be seen.</summary>
    private static string Accent(string primary, string secondary)
    {
        var (first, second) = (OkLab.FromHex(primary), OkLab.FromHex(secondary));
        var lightness = (first.Lightness + second.Lightness) / 2 < 0.62 ? 0.84 : 0.46;
        if (Math.Abs(lightness - first.Lightness) < AccentDistance)
        {
            lightness = first.Lightness > 0.6 ? first.Lightness - AccentDistance : first.Lightness + AccentDistance;
        }

        var hue = first.Chroma < 0.03 ? second.Turned(150) : first.Turned(150);
        return (hue with { Lightness = Math.Clamp(lightness, 0.2, 0.94), Chroma = 0.14 }).ToHex();
    }

    private static string? Colour(string? hex) =>
        hex is { Length: 7 } && hex[0] == '#' && hex.Skip(1).All(char.IsAsciiHexDigit) ? hex.ToLowerInvariant() : null;
}
