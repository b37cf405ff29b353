using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art;

/// <summary>Turns a spec into what a renderer draws. The same spec always gives the same artwork.</summary>
public static class ArtKit
{
    /// <summary>What can be drawn; anything else becomes <c>abstract</c>.</summary>
    public static IReadOnlyList<string> Motifs { get; } = [.. MotifShelf.All.Select(motif => motif.Name)];

    public static IReadOnlyList<string> Directions { get; } = [.. ArtDirections.All.Select(direction => direction.Name)];

    /// <summary>For text on the picture: a little more than is needed, since the hero's light may reach below it.</summary>
    private const double ReadableInLight = 5.6;

    public static Artwork Create(ArtSpec spec)
    {
        var direction = ArtDirections.Find(spec.Direction, spec.Palette);
        var palette = BrandPalette.From(spec.Palette, direction.Fallback);
        var mood = ArtMood.Find(spec.Mood);
        var plain = direction.Tones(palette);
        var tones = plain with { Strength = plain.Strength * mood.Light };
        var motif = MotifShelf.Find(spec.Motif);
        var ground = tones.TextGround;
        var ink = Contrast.Readably(tones.IsLight ? Tone.Of(palette.Primary, 0.24, 0.5) : Rgb.White, ground, 7);
        var accent = Button(palette, ground);
        return new Artwork(spec.Seed)
        {
            Direction = direction.Name,
            Motif = motif.Name,
            Mood = mood,
            Tones = tones,
            Layers = motif.Draw(direction.Materials(palette, tones)),
            Ink = ink,
            InkMuted = Contrast.Readably(Tone.Mix(ink, ground, 0.22), ground, ReadableInLight),
            Accent = accent,
            AccentInk = Contrast.Readably(Tone.Of(accent, OkLab.From(accent).L > 0.6 ? 0.20 : 0.98, 0.4), accent),
            AccentText = Contrast.Readably(accent, ground, ReadableInLight),
            ScrimColour = tones.IsLight ? tones.Base0 : Tone.Of(tones.Base0, 0.07),
            BokehColour = tones.IsLight ? Tone.At(palette.Accent, 0.97, 0.02) : Tone.At(palette.Accent, 0.90, 0.06),
        };
    }

    /// <summary>The brand's accent as it is, when a button of it is seen on the ground; else its next colour.</summary>
    private static Rgb Button(BrandPalette palette, Rgb ground)
    {
        const double Seen = 1.9;
        Rgb[] wishes = [palette.Accent, palette.Secondary, palette.Primary];
        foreach (var wish in wishes)
        {
            if (Contrast.Ratio(wish, ground) >= Seen)
            {
                return wish;
            }
        }

        return Contrast.Readably(palette.Accent, ground, Seen);
    }
}
