namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>What a reader got out of a prompt, before the request's own members are laid over it.</summary>
internal sealed class Reading
{
    public string Subject { get; set; } = "";

    /// <summary>The noun phrase that names the product; empty when there is none.</summary>
    public string ProductPhrase { get; set; } = "";

    /// <summary>The phrase without its adjectives; empty when the same.</summary>
    public string ProductNoun { get; set; } = "";

    /// <summary>True when nothing was cut off before the subject, so that its first capital is only a sentence's.</summary>
    public bool StartsSentence { get; set; }

    public string? Brand { get; set; }

    public string? Audience { get; set; }

    public string? Place { get; set; }

    public bool IsFromPlace { get; set; }

    public string? Offer { get; set; }

    public List<string> Attributes { get; } = [];

    public List<Feature> Features { get; } = [];

    /// <summary>Words that only speak of the look and sound of the film.</summary>
    public List<string> ToneTexts { get; } = [];

    public void AddFeature(string text, FeatureKind kind)
    {
        var clean = text.Trim(' ', ',', '.', ';', ':', '!', '-', '"');
        clean = kind == FeatureKind.Deed && clean.Length > 1 && char.IsLower(clean[1]) ? char.ToLowerInvariant(clean[0]) + clean[1..] : clean;
        if (PromptText.Length(clean) is >= 3 and <= 80 && !Features.Exists(feature => string.Equals(feature.Text, clean, StringComparison.OrdinalIgnoreCase)))
        {
            Features.Add(new Feature(clean, kind));
        }
    }
}
