using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class ItalianGrammar
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        Noise = SharedNoise.Patterns,
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("per"),
        PlaceLeads = Set("a in presso vicino"),
        BrandLeads = Set("chiamata chiamato"),
        FeatureLeads = Set("con"),
        RelativeLeads = Set("che dove"),
        WithoutLeads = Set("senza"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("nuovo nuova nuovi nuove migliore migliori nostro nostra"),
        And = "e",
        No = "senza",
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:ciao,? )?(?:per favore,? )?(?:(?:puoi|vorrei|voglio|vogliamo|mi serve|ho bisogno di) )?(?:(?:crea|creare|creami|fai|fammi|fare|genera|generare|realizza|realizzare|produci|prepara) )?(?:un[ao]? |lo |il |la |uno |un')?(?<mods>(?:\S+ ){0,5}?)(?:spot|annunci[oi]?|video|pubblicità|clip|reels?|campagna|storia)(?: (?:pubblicitari[oa]?|promozionale|breve))*(?: \S+){0,6}?(?: per | su |\s?: ?| che promuove | di promozione di | dedicato a )", Options)]
    private static partial Regex RequestPattern();

    [GeneratedRegex(@"^(?:usa|mostra|aggiungi|finisci|inizia|tono |il tono|stile |atmosfera|musica|con musica|pubblico|colori)", Options)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:un|una|uno|il|lo|la|i|gli|le|nostro|nostra|nostri|nostre|mio|mia|questo|questa|dei|delle|degli) |l'|un'|dell')+", Options)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:fatt[oaie]|consegnat[oaie]|tostat[oaie]|realizzat[oaie]|prodott[oaie]|progettat[oaie]|ispirat[oaie]|sfornat[oaie]|preparat[oaie]|cucit[oaie])$", Options)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:studenti|genitori|famiglie|bambini|donne|uomini|sportivi|runner|principianti|professionisti|aziende|viaggiatori|giovani|coppie|cani|gatti|golosi|amanti|appassionati|tutti|buongustai|ciclisti|mamme|papà|collezionisti|freelance|creativi|curiosi|team|imprese|pendolari|adulti|anziani|neonati|intenditori|baristi|lettori|sposi|clienti|persone|turisti|nonni|giocatori|pensionati|universitari|lavoratori)\b", Options)]
    private static partial Regex PersonPattern();
}
