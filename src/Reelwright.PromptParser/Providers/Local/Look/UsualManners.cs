using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>What fits a kind of product when the prompt does not say.</summary>
internal static class UsualManners
{
    public static (string Direction, string Music) Of(string category, string motif) => category switch
    {
        "wearable" => (ArtDirections.DarkTech, "tech"),
        "watch" or "jewellery" or "perfume" => (ArtDirections.LuxuryMinimal, "elegant"),
        "shoe" or "fitness" or "bicycle" or "drinks" or "restaurant" => (ArtDirections.BoldPop, "energetic"),
        "event" or "gaming" => (ArtDirections.BoldPop, "epic"),
        "kids" => (ArtDirections.SoftPastel, "playful"),
        "pet" or "gift" => (ArtDirections.BoldPop, "playful"),
        "banking" or "insurance" or "saas" or "tech" or "audio" => (ArtDirections.DarkTech, "tech"),
        "app" => (ArtDirections.DarkTech, "upbeat"),
        "car" => (ArtDirections.DarkTech, "epic"),
        "coffee" or "bakery" or "food" or "home" or "charity" or "book" or "dairy" or "hotdrink" => (ArtDirections.NaturalOrganic, "warm"),
        "alcohol" => (ArtDirections.NaturalOrganic, "elegant"),
        "sober" or "plant" or "tea" => (ArtDirections.NaturalOrganic, "calm"),
        "beauty" or "health" => (ArtDirections.SoftPastel, "calm"),
        "fashion" => (ArtDirections.LuxuryMinimal, "upbeat"),
        "realestate" => (ArtDirections.LuxuryMinimal, "warm"),
        "travel" => (ArtDirections.NaturalOrganic, "upbeat"),
        "education" => (ArtDirections.BoldPop, "upbeat"),
        "service" => (ArtDirections.BoldPop, "upbeat"),
        _ => (ArtDirections.BoldPop, "upbeat"),
    };
}
