using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>The words that lines may take from the brief. A slot that starts with a capital yields its words with one.</summary>
internal sealed partial class Slots
{
    private const int WordsLimit = 18;
    private static readonly string[] NameForms = ["the", "this", "house", "who"];
    private static readonly string[] ProductForms = ["a", "kind", "product", "products", "plurals", "noun", "one", "aone", "those", "sa", "ahouse"];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Slots(AdBrief brief)
    {
        var limits = CopyLimits.Of(brief.Language);
        Set("brand", brief.Brand);
        if (brief.Product is { IsNamed: true } product && PromptText.Length(product.Phrase) is > 0 and <= ProductPhraseReader.PhraseLimit)
        {
            SetProduct(product, brief.Language);
        }

        if (!brief.Product.IsNamed && brief.Brand is null)
        {
            Set("words", PromptText.Shorten(OwnWordsCopy.NameFor(brief, WordsLimit), WordsLimit));
        }

        Set("label", brief.Brand ?? values.GetValueOrDefault("words") ?? PromptText.Capitalise(PromptText.Shorten(brief.Product.Phrase, limits.Name)));
        if (brief.SpeaksPromptLanguage)
        {
            Set("audience", brief.Audience);
            Set("place", brief.Place);
            Set("offer", brief.Offer is { } offer ? OpensLow().Replace(offer, match => match.Value.ToLowerInvariant()) : null);
        }

        Set("web", brief.Web);
        Set("name", brief.Brand ?? (values.TryGetValue("product", out var phrase) ? PromptText.Shorten(phrase, limits.Name) : null));
    }

    private Slots(Dictionary<string, string> copied) => values = copied;

    /// <summary>The same slots and those of one feature: <c>{feature}</c>, and the one of its kind.</summary>
    public Slots With(Feature? feature)
    {
        var more = new Slots(new Dictionary<string, string>(values, StringComparer.Ordinal));
        if (feature is not null)
        {
            more.Set("feature", feature.Text);
            if (feature.Kind == FeatureKind.Verb)
            {
                more.Set("verb", values.GetValueOrDefault("is") == "are" ? EnglishVerbs.Plain(feature.Text) : EnglishVerbs.ThirdPerson(feature.Text));
                more.Set("verbs", EnglishVerbs.ThirdPerson(feature.Text));
                return more;
            }

            more.Set("afeature", EnglishNouns.WithArticle(feature.Text));
            more.Set(feature.Kind.ToString().ToLowerInvariant(), feature.Kind == FeatureKind.Without ? feature.Text[(feature.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : feature.Text);
        }

        return more;
    }

    /// <summary>The same slots, the product being a place that one can come to: <c>{house}</c> and <c>{ahouse}</c>.</summary>
    public Slots AsHouse() => With("house", values.GetValueOrDefault("the")).With("ahouse", values.GetValueOrDefault("a"));

    /// <summary>The same slots with other goods as the product, or without a product.</summary>
    public Slots ForGoods(ProductName? product, string language)
    {
        var more = new Slots(values.Where(pair => pair.Key is "brand" or "name" or "audience" or "place" or "offer").ToDictionary(StringComparer.Ordinal));
        if (product is not null)
        {
            more.SetProduct(product, language);
        }

        return more;
    }

    public Slots With(string slot, string? value)
    {
        var more = new Slots(new Dictionary<string, string>(values, StringComparer.Ordinal));
        more.Set(slot, value);
        return more;
    }

    /// <summary>The same slots, the product being called by its name: "Meet Waggly" where there was "Meet the dog food".</summary>
    public Slots ByName(string name, string language)
    {
        if (language != LanguageDetector.English)
        {
            return With("product", name);
        }

        var more = new Slots(values.Where(pair => !ProductForms.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal));
        more.SetName(name);
        return more;
    }

    public bool TryFill(string line, [NotNullWhen(true)] out string? text)
    {
        var isWhole = true;
        text = Slot().Replace(line, match =>
        {
            var name = match.Groups[1].Value;
            var plain = char.ToLowerInvariant(name[0]) + name[1..];
            if (!values.TryGetValue(plain, out var value))
            {
                isWhole = false;
                return "";
            }

            return char.IsUpper(name[0]) ? PromptText.Capitalise(value) : value;
        });
        text = isWhole ? text : null;
        return isWhole;
    }

    private void SetProduct(ProductName product, string language)
    {
        Set("product", product.Phrase);
        Set("noun", product.Noun);
        if (language != LanguageDetector.English)
        {
            return;
        }

        if (product.IsProper)
        {
            SetName(product.Phrase);
            return;
        }

        var form = new EnglishForms(product);
        Set("a", form.Indefinite);
        Set("kind", form.IsPlural ? product.Phrase : form.Indefinite);
        Set("the", form.Definite);
        Set("those", form.Relative);
        Set("this", form.Demonstrative);
        Set("products", form.Generic);
        Set("plurals", product.Number == NounNumber.Mass ? null : form.Generic);
        Set("thisIs", form.IsPlural ? "these are" : "this is");
        Set("noun", form.Noun);
        Set("one", form.CountableNoun);
        Set("aone", form.OneNoun);
        values["s"] = form.IsPlural ? "" : "s";
        values["sa"] = form.IsAlwaysPlural ? "" : "s";
        Set("is", form.IsPlural ? "are" : "is");
        Set("it", form.IsPlural ? "they" : "it");
        Set("them", form.IsPlural ? "them" : "it");
        Set("its", form.IsPlural ? "their" : "its");
        Set("does", form.IsPlural ? "do" : "does");
    }

    /// <summary>A name takes no article and is one thing, whatever the number of the product.</summary>
    private void SetName(string name)
    {
        foreach (var slot in NameForms)
        {
            Set(slot, name);
        }

        Set("thisIs", "this is");
        Set("s", "s");
        Set("is", "is");
        Set("it", "it");
        Set("them", "it");
        Set("its", "its");
        Set("does", "does");
    }

    private void Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            values[name] = value;
        }
    }

    [GeneratedRegex(@"^(?:From|Only|Just|Free|First|The|Get|Save|Up|Buy|Start|Starting|Half|Tickets|Prices|For|Under)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OpensLow();

    [GeneratedRegex(@"\{(\p{L}+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
