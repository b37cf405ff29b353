namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

/// <summary>The grammars of languages that put spaces between words.</summary>
internal static class Grammars
{
    public static PromptGrammar? Of(string language) => language switch
    {
        "en" => EnglishGrammar.Grammar,
        "fr" => FrenchGrammar.Grammar,
        "de" => GermanGrammar.Grammar,
        "es" => SpanishGrammar.Grammar,
        "it" => ItalianGrammar.Grammar,
        "pt" => PortugueseGrammar.Grammar,
        "nl" => DutchGrammar.Grammar,
        _ => null,
    };
}
