using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Words that say how a film should look and sound. The word that comes first in a text decides: people name what matters most first.</summary>
internal static class ToneWords
{
    private static readonly HashSet<string> Joints = new("and et und y e very modern or but yet".Split(' '), StringComparer.Ordinal);

    private static readonly (string Name, string Words)[] StyleWords =
    [
        (ArtDirections.LuxuryMinimal, "luxury luxurious luxueux luxueuse luxe luxus lujo lusso luxo elegant elegante elegantly elegance premium minimal minimalist minimalistic exclusive upscale sophisticated refined high-end haute classy timeless swiss prestige edel noble monochrome"),
        (ArtDirections.BoldPop, "bold playful fun funny energetic vibrant colourful colorful loud pop dynamic youthful punchy upbeat lively sporty exciting quirky bright joyful crazy street neon-pop verspielt ludique fresco divertido giocoso comic sports running"),
        (ArtDirections.SoftPastel, "soft pastel gentle dreamy cute feminine romantic delicate airy tender sweet kawaii relaxing calming calm soothing sanft doux douce suave delicato"),
        (ArtDirections.DarkTech, "tech techy futuristic neon cyber digital high-tech sleek cyberpunk innovative ai smart glitch sci-fi"),
        (ArtDirections.NaturalOrganic, "natural organic earthy rustic cosy cozy warm handmade handcrafted artisan artisanal artisanale eco eco-friendly sustainable green botanical homemade traditional authentic wholesome bio wooden naturel naturelle naturlich natural naturale local farm craft vegan"),
    ];

    private static readonly (string Name, string Words)[] MoodWords =
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

    private static readonly Dictionary<string, string> Directions = Index(StyleWords);
    private static readonly Dictionary<string, string> Moods = Index(MoodWords);

    /// <summary>One of the art directions, or null.</summary>
    public static string? DirectionOf(IEnumerable<string> foldedWords) => First(Directions, foldedWords);

    /// <summary>One of the music moods, or null.</summary>
    public static string? MusicOf(IEnumerable<string> foldedWords) => First(Moods, foldedWords);

    /// <summary>True when a text only says how the film should feel: "bold and energetic".</summary>
    public static bool AreAll(string text) =>
        Word.Split(Folding.Fold(text)) is { Count: > 0 } words && words.All(word => Joints.Contains(word) || Directions.ContainsKey(word) || Moods.ContainsKey(word));

    private static string? First(Dictionary<string, string> index, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (index.TryGetValue(word, out var name))
            {
                return name;
            }
        }

        return null;
    }

    private static Dictionary<string, string> Index((string Name, string Words)[] table)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, words) in table)
        {
            foreach (var word in words.Split(' '))
            {
                index.TryAdd(word, name);
            }
        }

        return index;
    }
}
