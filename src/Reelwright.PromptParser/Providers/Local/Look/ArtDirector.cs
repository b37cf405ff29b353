using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>Chooses the film's manner: by the words of style first, by the kind of product otherwise.</summary>
internal static class ArtDirector
{
    private static readonly (string Direction, string Words)[] StyleWords =
    [
        (ArtDirections.LuxuryMinimal, "luxury luxurious luxueux luxueuse luxe luxus lujo lusso luxo elegant elegante elegantly elegance premium minimal minimalist minimalistic exclusive upscale sophisticated refined high-end haute classy timeless swiss prestige edel noble monochrome"),
        (ArtDirections.BoldPop, "bold playful fun funny energetic vibrant colourful colorful loud pop dynamic youthful punchy upbeat lively sporty exciting quirky bright joyful crazy street neon-pop verspielt ludique fresco divertido giocoso comic sports running"),
        (ArtDirections.SoftPastel, "soft pastel gentle dreamy cute feminine romantic delicate airy tender sweet kawaii relaxing calming calm soothing sanft doux douce suave delicato"),
        (ArtDirections.DarkTech, "tech techy futuristic dark neon cyber digital high-tech sleek cyberpunk innovative ai smart glitch sci-fi moody night"),
        (ArtDirections.NaturalOrganic, "natural organic earthy rustic cosy cozy warm handmade handcrafted artisan artisanal artisanale eco eco-friendly sustainable green botanical homemade traditional authentic wholesome bio wooden naturel naturelle naturlich natural naturale local farm craft vegan"),
    ];

    private static readonly (string Mood, string Words)[] MoodWords =
    [
        ("epic", "epic dramatic cinematic powerful heroic grand intense adventurous adventure"),
        ("playful", "playful fun funny cute quirky humorous whimsical silly joyful kids verspielt ludique divertido giocoso drole"),
        ("energetic", "energetic dynamic fast fast-paced intense sporty high-energy action running sports workout punchy"),
        ("calm", "calm calming relaxing soothing peaceful gentle zen quiet meditative soft dreamy serene"),
        ("elegant", "elegant luxury luxurious sophisticated refined classy timeless premium luxe luxus lujo lusso exclusive minimal"),
        ("warm", "warm cosy cozy heartfelt emotional nostalgic homely family friendly rustic handmade artisanal artisanale"),
        ("tech", "tech futuristic digital techy modern sleek innovative"),
        ("upbeat", "upbeat happy bright cheerful positive summery lively vibrant inspiring motivational"),
    ];

    public static Manner Direct(AdBrief brief)
    {
        var usual = UsualManners.Of(brief.Category, brief.Motif);
        var direction = FirstMatch(StyleWords, brief.ToneWords) ?? usual.Direction;
        var music = FirstMatch(MoodWords, brief.ToneWords) ?? (direction == usual.Direction ? usual.Music : MusicOf(direction));
        return new Manner(direction, music, TempoOf(music, brief.Seed));
    }

    /// <summary>The style whose word comes first in the text: people name what matters most first.</summary>
    private static string? FirstMatch((string Name, string Words)[] table, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            foreach (var (name, list) in table)
            {
                if (list.Split(' ').Contains(word, StringComparer.Ordinal))
                {
                    return name;
                }
            }
        }

        return null;
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
