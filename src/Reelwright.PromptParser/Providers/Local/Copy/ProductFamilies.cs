using Reelwright.PromptParser.Providers.Local.Understanding;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Whether a product is owned, visited or used, which decides the verbs that fit it: one tries a shoe on, comes to a bakery, gives an app a try.</summary>
internal static class ProductFamilies
{
    public const string Place = "@place";
    private const string Goods = "@goods";
    public const string Use = "@use";
    private const string OfItsOwn = "@own";

    private static readonly HashSet<string> PlaceNouns = Set(
        "bakery roastery cafe café restaurant bistro diner pizzeria trattoria studio gym salon clinic store shop hotel hostel resort spa bar pub brewery winery distillery school university festival market museum gallery "
        + "nursery center centre dealership house theatre theater cinema bookstore bookshop florist barbershop boutique villa vineyard park zoo library workshop showroom kindergarten daycare patisserie pharmacy farm "
        + "shelter playground campsite club eatery steakhouse joint truck garage venue exhibition conference fair academy apartment flat condo loft penthouse townhouse property");

    private static readonly HashSet<string> UseNouns = Set(
        "service app software platform course agency insurance bank tool subscription lesson class trip tour therapy plan game loan program programme coaching training bootcamp account card lawyer plumber electrician "
        + "dentist doctor tutor trainer photographer planner consultant system delivery rental tutoring marketplace website newsletter podcast assistant workshop repair hosting consulting firm practice notary attorney solicitor accountant translator plumbing roofing heating landscaping gardening carpentry removals catering company business consultant coach consultancy repair bookkeeping membership photography flight cruise agent broker realtor wash cab taxi translation interpreter");

    private static readonly HashSet<string> UseCategories = Set("banking insurance app saas education health service fitness gaming");
    private static readonly HashSet<string> PlaceCategories = Set("restaurant travel realestate");

    private static readonly HashSet<string> Dishes = Set("pizza burger burgers hamburger taco tacos sushi ramen curry dumpling dumplings barbecue brunch tapas noodles");

    /// <summary>What is done at a place, not sold there: nobody buys barbers at a barber shop.</summary>
    private static readonly HashSet<string> Crafts = Set("barber hair nail tattoo massage repair photo bike dance yoga");

    /// <summary>Categories whose own lines speak of a place or a service, not of what is sold there.</summary>
    private static readonly HashSet<string> VisitedCategories = Set("bakery restaurant travel realestate event fitness health education charity service banking insurance app saas gaming");

    public static string Of(string category, string noun)
    {
        var head = HeadOf(noun);
        return category is "charity" or "event" ? OfItsOwn
            : PlaceNouns.Contains(head) ? Place
            : Dishes.Contains(head) ? Goods
            : UseNouns.Contains(head) ? Use
            : UseCategories.Contains(category) ? Use
            : PlaceCategories.Contains(category) ? Place
            : Goods;
    }

    public static bool IsVisited(string category) => VisitedCategories.Contains(category);

    /// <summary>What a place sells, when its name says so: jewelry for "handmade jewelry store"; null otherwise.</summary>
    public static ProductName? GoodsOf(ProductName place)
    {
        var space = place.Noun.LastIndexOf(' ');
        if (space < 0 || Crafts.Contains(place.Noun[..space]) || ProductLexicon.Find(place.Noun[..space]) is null)
        {
            return null;
        }

        var goods = place.Noun[..space];
        var last = goods.LastIndexOf(' ') + 1;
        var plural = goods[..last] + EnglishNouns.Plural(goods[last..]);
        return new ProductName { Phrase = plural, Noun = EnglishNouns.Plural(goods[last..]), Number = EnglishNouns.NumberOf(EnglishNouns.Plural(goods[last..])) };
    }

    private static string HeadOf(string noun) => EnglishNouns.Singular(noun[(noun.LastIndexOf(' ') + 1)..].ToLowerInvariant());

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
