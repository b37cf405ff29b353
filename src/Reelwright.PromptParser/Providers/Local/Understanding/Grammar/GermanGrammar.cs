using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class GermanGrammar
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        Noise = SharedNoise.Patterns,
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("fur"),
        PlaceLeads = Set("in aus bei nahe"),
        BrandLeads = Set("von namens"),
        FeatureLeads = Set("mit inklusive"),
        RelativeLeads = Set("die der das"),
        WithoutLeads = Set("ohne"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("neue neuer neues neuen neuem beste besten unser unsere unseren tolle tolles"),
        And = "und",
        No = "ohne",
        AdjectivesFirst = true,
        CapitalNouns = true,
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:bitte )?(?:(?:kannst du|können sie|ich möchte|ich brauche|wir brauchen|wir möchten) )?(?:bitte )?(?:(?:erstelle|erstellen sie|erstell|mach|mache|machen sie|produziere|generiere|gestalte|dreh|entwirf|schreibe)(?: mir| uns)? )?(?:bitte )?(?:ein(?:e|en)? |den |die |das )?(?<mods>(?:\S+ ){0,5}?)(?:[\p{L}-]*(?:werbespots?|werbevideos?|werbung|anzeige|videos?|spots?|clips?|werbefilm|reels?|kampagne|werbeclip|story|ad))(?: \S+){0,5}?(?: für | über | zu |\s?: ?| von )(?:erstellen )?", Options)]
    private static partial Regex RequestPattern();

    [GeneratedRegex(@"^(?:verwende|zeige|nutze|benutze|füge|ende|beginne|ton |der ton|stil |stimmung|musik|mit musik|zielgruppe|farben)", Options)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:ein|eine|einen|einem|einer|der|die|das|den|dem|unser|unsere|unseren|unserem|mein|meine|meinen|ihr|ihre) )+", Options)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:geliefert|handgemacht|gemacht|hergestellt|gebacken|geröstet|gefertigt|entwickelt|inspiriert|frisch|handgefertigt)$", Options)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:studierende|studenten|eltern|familien|kinder|frauen|männer|sportler|läufer|anfänger|profis|unternehmen|selbst[sä]tändige|reisende|senioren|paare|hunde|katzen|genießer|feinschmecker|menschen|alle|teams|pendler|gründer|fans|liebhaber|kenner|jugendliche|berufstätige|radfahrer|freelancer|naschkatzen|schüler|azubis|auszubildende|angestellte|\p{L}+angestellte|patienten|kunden|gäste|handwerker|rentner|musiker|gamer|\p{L}+liebhaber|\p{L}+fans|hobbyköche|abenteurer|kreative|baristas|leser|brautpaare|kunden|mieter|vermieter|touristen|großeltern|spieler|wanderer|autofahrer|büromenschen|mamas|papas|mütter|väter|nachteulen|nachbarn|hausbesitzer|eigentümer|heimwerker)\b", Options)]
    private static partial Regex PersonPattern();
}
