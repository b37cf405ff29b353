using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>A product with the articles that English wants: "a luxury watch", "luxury headphones", "coffee".</summary>
internal sealed class EnglishForms(ProductName product)
{
    private readonly string singular = SingularOf(product);

    /// <summary>The number of the product as the prompt has it.</summary>
    public bool IsPlural => product.Number == NounNumber.Plural && !product.IsProper;

    /// <summary>One of them: "a luxury watch".</summary>
    public string Indefinite => product.IsProper ? product.Phrase
        : IsPair ? $"a pair of {product.Phrase}"
        : IsUncountable ? product.Phrase : $"{EnglishNouns.Article(singular)} {singular}";

    /// <summary>In the prompt's number: "the running shoe", "our luxury watches".</summary>
    public string Definite => product.IsProper ? product.Phrase
        : product.Number == NounNumber.Singular ? $"the {product.Phrase}"
        : $"our {product.Phrase}";

    /// <summary>In front of "that": "the app that ...", "shoes that ...".</summary>
    public string Relative => product.IsProper || product.Number != NounNumber.Singular ? product.Phrase : $"the {product.Phrase}";

    /// <summary>The kind as a whole: "luxury watches", "coffee".</summary>
    public string Generic => product.IsProper || IsPair || IsUncountable ? product.Phrase : singular[..(singular.LastIndexOf(' ') + 1)] + EnglishNouns.Plural(singular[(singular.LastIndexOf(' ') + 1)..]);

    /// <summary>One of them without adjectives and article: "watch".</summary>
    public string Noun => product.IsProper ? product.Phrase : IsPair ? product.Noun : product.Noun[..(product.Noun.LastIndexOf(' ') + 1)] + EnglishNouns.Singular(product.Noun[(product.Noun.LastIndexOf(' ') + 1)..]);

    /// <summary>One of them without adjectives, with its article: "a watch"; null when the product cannot be counted.</summary>
    public string? OneNoun => CountableNoun is { } one ? $"{EnglishNouns.Article(one)} {one}" : null;

    /// <summary>One of them without adjectives: "watch"; null when the product cannot be counted.</summary>
    public string? CountableNoun => product.IsProper || IsPair || IsUncountable ? null : Noun;

    /// <summary>True when even one of them is a plural: "headphones".</summary>
    public bool IsAlwaysPlural => IsPlural && !IsPair && singular == product.Phrase;

    public string Demonstrative => product.IsProper ? product.Phrase : IsPlural ? $"these {product.Phrase}" : $"this {product.Phrase}";

    private bool IsPair => IsPlural && EnglishNouns.IsPair(product.Phrase[(product.Phrase.LastIndexOf(' ') + 1)..]);

    private bool IsUncountable => product.Number == NounNumber.Mass || (IsPlural && singular == product.Phrase);

    private static string SingularOf(ProductName product)
    {
        var space = product.Phrase.LastIndexOf(' ') + 1;
        return product.Phrase[..space] + EnglishNouns.Singular(product.Phrase[space..]);
    }
}
