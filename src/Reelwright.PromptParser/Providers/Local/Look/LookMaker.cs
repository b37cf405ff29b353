using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>Writes the visual direction that all scenes share.</summary>
internal static class LookMaker
{
    public static VisualDirection Make(AdBrief brief, Manner manner, ParseRequest request) => new()
    {
        Style = manner.Direction,
        Mood = manner.Music,
        Lighting = LightOf(manner.Direction, brief.Seed),
        Palette = PaletteMaker.Make(request.BrandGuidelines, manner.Direction, brief.Motif, brief.Seed),
        Subject = VisualSubject.Of(brief),
        Motif = brief.Motif,
    };

    private static string LightOf(string direction, ulong seed)
    {
        string[] choices = direction switch
        {
            ArtDirections.LuxuryMinimal => ["low-key light with a single soft key and a golden rim", "dark studio with one narrow beam", "soft window light fading into shadow"],
            ArtDirections.BoldPop => ["hard, bright studio light with crisp shadows", "coloured gels from both sides", "flat, sunny light with a strong highlight"],
            ArtDirections.SoftPastel => ["diffused daylight without hard shadows", "pale morning light through a curtain", "soft, even glow"],
            ArtDirections.DarkTech => ["neon rim light in the dark", "cool screen glow with sharp reflections", "dark set with a scanning line of light"],
            _ => ["warm early sunlight from the side", "golden hour light through leaves", "warm lamplight with gentle shadows"],
        };
        return choices[(int)(StableHash.Mix(seed, "light") % (ulong)choices.Length)];
    }
}
