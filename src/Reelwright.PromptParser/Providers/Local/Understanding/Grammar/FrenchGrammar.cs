using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class FrenchGrammar
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        Noise = SharedNoise.Patterns,
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("pour"),
        PlaceLeads = Set("a au en dans pres chez"),
        BrandLeads = Set("par appele appelee nomme nommee"),
        FeatureLeads = Set("avec proposant offrant"),
        RelativeLeads = Set("qui que ou"),
        WithoutLeads = Set("sans"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("nouveau nouvelle nouvelles nouveaux notre nos meilleur meilleure"),
        And = "et",
        No = "sans",
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:bonjour,? )?(?:s'il (?:te|vous) plaît,? )?(?:(?:peux-tu|pouvez-vous|je veux|je voudrais|j'aimerais|nous voulons|il me faut) )?(?:(?:crée|créer|créez|fais|faites|faire|réalise|réaliser|réalisez|génère|générer|générez|produis|prépare|imagine)(?:-moi|-nous)? )?(?:une? |la |le )?(?<mods>(?:\S+ ){0,5}?)(?:pubs?|publicités?|annonces?|vidéos?|spots?|film|clip|réels?|reels?|story|campagne)(?: (?:publicitaires?|vidéos?|promotionnelle|promo|de présentation|courte))*(?: \S+){0,6}?(?: pour | sur | de promotion de |\s?: ?| à propos d[eu'] ?| présentant | qui présente )", Options)]
    private static partial Regex RequestPattern();

    [GeneratedRegex(@"^(?:utilise|utilisez|montre|montrez|ajoute|termine|commence|finis|ton |le ton|style |ambiance|musique|avec une musique|public|cible|couleurs)", Options)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:une?|la|les?|des|du|de la|nos|notre|ma|mon|mes|cette|ce|ces|votre|vos) |l'|d'|de l')+", Options)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:livrée?s?|faite?s?|fabriquée?s?|cuite?s?|torréfiée?s?|conçue?s?|située?s?|préparée?s?|prête?s?|inspirée?s?)$", Options)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:gourmands?|gourmets?|étudiante?s?|parents|familles?|enfants|femmes?|hommes?|sportifs|sportives|coureurs|amateurs|amoureux|passionnés|débutants|professionnels|entreprises|indépendants|voyageurs|jeunes|seniors|couples|bébés|chiens|chats|ados|curieux|lève-tôt|tous|créateurs|cyclistes|petits|grands|collectionneurs|mamans|papas|citadins|épicuriens|particuliers|équipes|start-ups|freelances|baristas|citadines|retraités|ados|randonneurs|joueurs|lecteurs|mariés|clients|personnes|gens|locaux|bricoleurs|propriétaires|locataires)\b", Options)]
    private static partial Regex PersonPattern();
}
