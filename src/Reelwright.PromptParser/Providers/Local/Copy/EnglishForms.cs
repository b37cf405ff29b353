using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>A product with the articles that English wants: "a luxury watch", "luxury headphones", "coffee".</summary>
internal sealed class EnglishForms(ProductName product)
{
    private readonly string singular = SingularOf(product);

    /// <summary>The number of the product as the prompt has it.</summary>
    public bool IsPlural => product.Number == NounNumber.Plural && !product.IsProper;

    /// <summary>One of them: "a luxury watch".</summary>
    public string Indefinite => product.IsProper || IsUncountable ? product.Phrase : $"{EnglishNouns.Article(singular)} {singular}";

    /// <summary>In the prompt's number: "the running shoe", "luxury watches".</summary>
    public string Definite => product.IsProper || product.Number != NounNumber.Singular ? product.Phrase : $"the {product.Phrase}";

    public string Demonstrative => product.IsProper ? product.Phrase : IsPlural ? $"these {product.Phrase}" : $"this {product.Phrase}";

    private bool IsUncountable => product.Number == NounNumber.Mass || (IsPlural && singular == product.Phrase);

    private static string SingularOf(ProductName product)
    {
        var space = product.Phrase.LastIndexOf(' ') + 1;
        return product.Phrase[..space] + EnglishNouns.Singular(product.Phrase[space..]);
    }
}
