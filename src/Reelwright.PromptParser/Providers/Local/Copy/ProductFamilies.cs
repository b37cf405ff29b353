namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Whether a product is owned, visited or used, which decides the verbs that fit it: one tries a shoe on, comes to a bakery, gives an app a try.</summary>
internal static class ProductFamilies
{
    private const string Goods = "@goods";
    private const string Place = "@place";
    private const string Use = "@use";

    private static readonly HashSet<string> PlaceNouns = Set(
        "bakery roastery cafe café restaurant bistro diner pizzeria trattoria studio gym salon clinic store shop hotel hostel resort spa bar pub brewery winery distillery school university festival market museum gallery "
        + "nursery center centre dealership house theatre theater cinema bookstore bookshop florist barbershop boutique villa vineyard park zoo library workshop showroom kindergarten daycare patisserie pharmacy farm "
        + "shelter playground campsite club eatery steakhouse joint truck garage venue exhibition conference fair academy apartment flat condo loft penthouse townhouse property");

    private static readonly HashSet<string> UseNouns = Set(
        "service app software platform course agency insurance bank tool subscription lesson class trip tour therapy plan game loan program programme coaching training bootcamp account card lawyer plumber electrician "
        + "dentist doctor tutor trainer photographer planner consultant system delivery rental tutoring marketplace website newsletter podcast assistant workshop repair hosting consulting");

    private static readonly HashSet<string> UseCategories = Set("banking app saas education health service fitness gaming charity");
    private static readonly HashSet<string> PlaceCategories = Set("restaurant travel realestate event");

    public static string Of(string category, string noun)
    {
        var head = noun[(noun.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return PlaceNouns.Contains(head) ? Place
            : UseNouns.Contains(head) ? Use
            : UseCategories.Contains(category) ? Use
            : PlaceCategories.Contains(category) ? Place
            : Goods;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
