using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>Chooses the film's manner: by the words of style first, by the kind of product otherwise.</summary>
internal static class ArtDirector
{
    public static Manner Direct(AdBrief brief)
    {
        var usual = UsualManners.Of(brief.Category, brief.Motif);
        var direction = ToneWords.DirectionOf(brief.ToneWords) ?? usual.Direction;
        var music = ToneWords.MusicOf(brief.ToneWords) ?? (direction == usual.Direction ? usual.Music : MusicOf(direction));
        return new Manner(direction, music, TempoOf(music, brief.Seed));
    }

    private static string MusicOf(string direction) => direction switch
    {
        ArtDirections.LuxuryMinimal => "elegant",
        ArtDirections.BoldPop => "energetic",
        ArtDirections.SoftPastel => "calm",
        ArtDirections.DarkTech => "tech",
        _ => "warm",
    };

    private static int TempoOf(string music, ulong seed)
    {
        var (low, steps) = music switch
        {
            "calm" => (72, 4),
            "elegant" => (80, 4),
            "warm" => (88, 4),
            "epic" => (92, 4),
            "tech" => (108, 4),
            "upbeat" => (112, 4),
            "playful" => (114, 4),
            _ => (124, 4),
        };
        return low + (2 * (int)(StableHash.Mix(seed, "tempo") % (ulong)(steps + 1)));
    }
}
