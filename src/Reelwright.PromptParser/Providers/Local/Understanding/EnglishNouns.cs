namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Number and articles of English nouns, good enough for product names.</summary>
internal static class EnglishNouns
{
    private static readonly HashSet<string> Mass = Set(
        "coffee tea matcha bread sourdough jewellery jewelry furniture software water chocolate wine beer honey clothing makeup skincare insurance juice milk cheese pasta food "
        + "footwear equipment luggage rice kombucha gin whisky whiskey vodka rum oil yoga travel coaching training gear apparel streetwear sportswear activewear swimwear knitwear denim bedding "
        + "art music stationery cutlery decor granola yogurt yoghurt energy electricity lemonade kitchenware cookware shampoo soap sunscreen toothpaste popcorn jam cider sake mezcal tequila "
        + "champagne prosecco pottery lingerie butter cereal candy gelato tofu housing gaming fashion tutoring education banking tourism lighting flooring cosmetics-free detergent "
        + "saas analytics automation cybersecurity hosting photography cream perfumery poetry fitness wellness meditation therapy salad soup sushi ramen pizza barbecue espresso brew soda tonic "
        + "litter outerwear homeware tableware glassware menswear womenswear loungewear sleepwear sauce spice storage support delivery cleaning care medicine nutrition collagen research");

    private static readonly HashSet<string> PluralOnly = Set(
        "headphones earphones earbuds jeans sunglasses glasses eyeglasses binoculars trousers shorts leggings scissors pyjamas cosmetics clothes groceries pants goggles tights sweets ceramics goods supplies electronics chips crisps fries nachos noodles cornflakes oats");

    private static readonly HashSet<string> Pairs = Set(
        "shoes sneakers trainers boots sandals heels loafers slippers socks earrings gloves skis headphones earphones earbuds jeans sunglasses glasses eyeglasses binoculars trousers shorts leggings pyjamas pants goggles tights scissors flats cufflinks");

    private static readonly HashSet<string> SingularInS = Set(
        "bus gas lens canvas atlas iris bonus campus cactus chess glass dress mattress business compass tennis christmas cosmos chaos oasis basis circus octopus hummus asparagus pancreas plus pilates "
        + "esports sports series species news focus status virus menus citrus lotus crocus airbus");

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["mice"] = "mouse", ["knives"] = "knife", ["shelves"] = "shelf",
        ["loaves"] = "loaf", ["scarves"] = "scarf", ["leaves"] = "leaf", ["shoes"] = "shoe", ["horseshoes"] = "horseshoe", ["toes"] = "toe", ["movies"] = "movie", ["cookies"] = "cookie",
        ["brownies"] = "brownie", ["smoothies"] = "smoothie", ["pies"] = "pie", ["hoodies"] = "hoodie", ["beanies"] = "beanie", ["ties"] = "tie", ["boogies"] = "boogie",
        ["headaches"] = "headache", ["clothes"] = "clothes", ["candles"] = "candle", ["puppies"] = "puppy", ["quizzes"] = "quiz", ["feet"] = "foot", ["teeth"] = "tooth",
        ["selfies"] = "selfie", ["veggies"] = "veggie", ["calories"] = "calorie", ["axes"] = "axe", ["caches"] = "cache", ["avalanches"] = "avalanche", ["quiches"] = "quiche",
        ["moustaches"] = "moustache", ["aches"] = "ache", ["selves"] = "self", ["wolves"] = "wolf", ["geese"] = "goose",
    };

    private static readonly HashSet<string> CountedIng = Set("spring string wedding building painting earring meeting listing evening morning ceiling railing dumpling pudding crossing sibling offspring filling topping landing opening drawing dressing darling duckling seedling recording blessing reading covering offering outing gathering screening stocking hamstring drawstring showing fitting sitting tasting hearing");
    private static readonly HashSet<string> Links = Set("of for in to with from and at on by that per over under");
    private static readonly HashSet<string> Determiners = Set("a an the your our my every each all some any no one two three four five six seven more less free");
    private static readonly string[] SoundsLikeYou = ["uni", "use", "usu", "uti", "euro", "eu ", "one-", "one ", "once", "ukulele", "uk ", "us ", "uv ", "urban-use", "ute", "u-"];
    private static readonly string[] SilentH = ["hour", "honest", "honour", "honor", "heir"];
    private static readonly string[] VowelAcronyms = ["f", "h", "l", "m", "n", "r", "s", "x"];

    public static NounNumber NumberOf(string head)
    {
        var word = head.ToLowerInvariant();
        return Mass.Contains(word) || IsActivity(word) ? NounNumber.Mass
            : PluralOnly.Contains(word) || IsPlural(word) ? NounNumber.Plural
            : NounNumber.Singular;
    }

    /// <summary>Things that come in twos: one speaks of "a pair of sneakers".</summary>
    public static bool IsPair(string head) => Pairs.Contains(head.ToLowerInvariant());

    /// <summary>"watches" -> "watch"; a word that is not plural, or never singular, stays.</summary>
    public static string Singular(string head)
    {
        var word = head.ToLowerInvariant();
        if (Irregular.TryGetValue(word, out var singular))
        {
            return singular;
        }

        if (PluralOnly.Contains(word) || Mass.Contains(word) || !IsPlural(word))
        {
            return head;
        }

        return EndsWith(word, "ies") && word.Length > 4 ? head[..^3] + "y"
            : EndsWith(word, "ches") || EndsWith(word, "shes") || EndsWith(word, "sses") || EndsWith(word, "xes") || EndsWith(word, "zzes") || EndsWith(word, "toes") ? head[..^2]
            : head[..^1];
    }

    public static string Plural(string head)
    {
        var word = head.ToLowerInvariant();
        if (Mass.Contains(word) || IsActivity(word) || PluralOnly.Contains(word) || IsPlural(word))
        {
            return head;
        }

        foreach (var (plural, singular) in Irregular)
        {
            if (singular == word)
            {
                return plural;
            }
        }

        return EndsWith(word, "y") && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? head[..^1] + "ies"
            : EndsWith(word, "ch") || EndsWith(word, "sh") || EndsWith(word, "s") || EndsWith(word, "x") || EndsWith(word, "z") ? head + "es"
            : head + "s";
    }

    public static string Article(string phrase)
    {
        var text = phrase.ToLowerInvariant() + " ";
        var first = phrase.Split(' ')[0];
        var isAcronym = first.Length is > 1 and <= 4 && first.All(char.IsUpper);
        if (isAcronym && VowelAcronyms.Contains(text[..1], StringComparer.Ordinal))
        {
            return "an";
        }

        if (SilentH.Any(start => text.StartsWith(start, StringComparison.Ordinal)) || text.StartsWith('8') || text.StartsWith("11-", StringComparison.Ordinal))
        {
            return "an";
        }

        return !SoundsLikeYou.Any(start => text.StartsWith(start, StringComparison.Ordinal)) && "aeiou".Contains(Folding.Fold(text[..1]), StringComparison.Ordinal) ? "an" : "a";
    }

    /// <summary>"museum" of "museum of modern art".</summary>
    public static string Head(string phrase) => phrase.Split(' ').TakeWhile((word, index) => index == 0 || !Links.Contains(word)).Last();

    /// <summary>"a rooftop pool", "notes of jasmine", "10 minute workouts".</summary>
    public static string WithArticle(string phrase)
    {
        var words = phrase.Split(' ');
        return !char.IsLower(words[0][0]) || Determiners.Contains(words[0]) || phrase.Contains(" and ", StringComparison.Ordinal) || phrase.Contains(" or ", StringComparison.Ordinal) || NumberOf(Head(phrase)) != NounNumber.Singular ? phrase : $"{Article(phrase)} {phrase}";
    }

    /// <summary>The forms under which the lexicon may know a phrase: as it is, and with its last word in the singular.</summary>
    public static IEnumerable<string> LookupForms(string phrase)
    {
        yield return phrase;
        var space = phrase.LastIndexOf(' ') + 1;
        var singular = phrase[..space] + Singular(phrase[space..]);
        if (singular != phrase)
        {
            yield return singular;
        }
    }

    /// <summary>"plumbing", "landscaping": what is done is not counted; "a wedding", "a painting" are things.</summary>
    public static bool IsActivity(string word) => word.Length > 5 && EndsWith(word, "ing") && !CountedIng.Contains(word) && !CountedIng.Any(counted => counted.Length > 5 && EndsWith(word, counted));

    private static bool IsPlural(string word) => Irregular.ContainsKey(word)
        || (word.Length > 3 && word[^1] == 's' && !SingularInS.Contains(word) && !EndsWith(word, "ss") && !EndsWith(word, "us") && !EndsWith(word, "is"));

    private static bool EndsWith(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
