using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class DutchGrammar
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        Noise = SharedNoise.Patterns,
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("voor"),
        PlaceLeads = Set("in uit bij"),
        BrandLeads = Set("van genaamd"),
        FeatureLeads = Set("met inclusief"),
        RelativeLeads = Set("die dat waar"),
        WithoutLeads = Set("zonder"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("nieuw nieuwe beste onze mooie leuke"),
        And = "en",
        No = "geen",
        AdjectivesFirst = true,
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:hallo,? )?(?:(?:kun je|kunt u|ik wil|ik zoek|we willen|wij willen|ik heb|wij zoeken|we zoeken) )?(?:graag )?(?:alsjeblieft )?(?:(?:maak|creëer|genereer|produceer|ontwerp) )?(?:mij |ons )?(?:een |de |het )?(?<mods>(?:\S+ ){0,5}?)(?:advertenties?|reclame(?:video|spot|filmpje)?|video|filmpje|spot|promo|commercial|campagne)(?: \S+){0,4}?(?: maken)?(?: voor | over | van |\s?: ?)", Options)]
    private static partial Regex RequestPattern();

    [GeneratedRegex(@"^(?:gebruik|toon|laat zien|voeg|eindig|begin|de toon|toon |stijl|sfeer|muziek|met muziek|doelgroep|kleuren)", Options)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:een|de|het|onze|ons|mijn|jouw|uw|deze|dit) )+", Options)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:gemaakt|gebakken|geleverd|bezorgd|gebrand|ontworpen|gebouwd|bereid|geïnspireerd)$", Options)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:beginners|gevorderden|ouders|gezinnen|kinderen|mannen|vrouwen|studenten|jongeren|senioren|ouderen|sporters|hardlopers|fietsers|forenzen|reizigers|ondernemers|bedrijven|professionals|liefhebbers|fijnproevers|honden|katten|iedereen|starters|toeristen|stellen|koppels|klanten|gasten|mensen|barista's|gamers|lezers|tuiniers|moeders|vaders|\p{L}+liefhebbers)\b", Options)]
    private static partial Regex PersonPattern();
}
