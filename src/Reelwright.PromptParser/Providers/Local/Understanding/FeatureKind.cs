namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>How a feature is worded, which decides the lines it fits into.</summary>
internal enum FeatureKind
{
    /// <summary>"single origin beans"</summary>
    Noun,

    /// <summary>"no fees"</summary>
    Without,

    /// <summary>"delivered in 24 hours"</summary>
    Participle,

    /// <summary>"helps you sleep": the product is the subject.</summary>
    Verb,

    /// <summary>"track your spending": what the customer does with it.</summary>
    Deed,

    /// <summary>"for everyday use"</summary>
    Purpose,

    /// <summary>"July 5-9", "out on October 3rd"</summary>
    When,

    /// <summary>"families save time": a sentence of its own.</summary>
    Statement,
}
