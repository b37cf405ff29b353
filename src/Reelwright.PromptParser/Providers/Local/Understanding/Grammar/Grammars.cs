namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

/// <summary>The grammars of languages that put spaces between words.</summary>
internal static class Grammars
{
    public static PromptGrammar? Of(string language) => language switch
    {
        "en" => EnglishGrammar.Grammar,
        "fr" => RomanceAndGermanGrammars.French,
        "de" => RomanceAndGermanGrammars.German,
        "es" => RomanceAndGermanGrammars.Spanish,
        "it" => RomanceAndGermanGrammars.Italian,
        "pt" => RomanceAndGermanGrammars.Portuguese,
        _ => null,
    };
}
