using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class RomanceAndGermanGrammars
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Platform = "(?:instagram|insta|tiktok|youtube|facebook|linkedin|snapchat|pinterest)(?: (?:reels?|shorts?|stories|story))?";

    private const string Duration = @",? ?\b(?:de |von |di |da |mit |d')?\d+[ -]?(?:secondes?|sekunden|sekündig\p{L}*|segundos?|secondi|seg|sek|s)\b(?: (?:Länge|de duración|de duração|di durata))?";

    public static PromptGrammar French { get; } = new()
    {
        Request = FrenchRequest(),
        Noise = [DurationPattern(), PlatformPattern()],
        Instruction = FrenchInstruction(),
        Determiner = FrenchDeterminer(),
        AudienceLeads = Set("pour"),
        PlaceLeads = Set("a au en dans pres chez"),
        BrandLeads = Set("par appele appelee nomme nommee"),
        FeatureLeads = Set("avec proposant offrant"),
        RelativeLeads = Set("qui que ou"),
        WithoutLeads = Set("sans"),
        Participle = FrenchParticiple(),
        Person = FrenchPerson(),
        EmptyAdjectives = Set("nouveau nouvelle nouvelles nouveaux notre nos meilleur meilleure"),
        And = "et",
        No = "sans",
    };

    public static PromptGrammar German { get; } = new()
    {
        Request = GermanRequest(),
        Noise = [DurationPattern(), PlatformPattern()],
        Instruction = GermanInstruction(),
        Determiner = GermanDeterminer(),
        AudienceLeads = Set("fur"),
        PlaceLeads = Set("in aus bei nahe"),
        BrandLeads = Set("von namens"),
        FeatureLeads = Set("mit inklusive"),
        RelativeLeads = Set("die der das"),
        WithoutLeads = Set("ohne"),
        Participle = GermanParticiple(),
        Person = GermanPerson(),
        EmptyAdjectives = Set("neue neuer neues neuen neuem beste besten unser unsere unseren tolle tolles"),
        And = "und",
        No = "ohne",
        AdjectivesFirst = true,
        CapitalNouns = true,
    };

    public static PromptGrammar Spanish { get; } = new()
    {
        Request = SpanishRequest(),
        Noise = [DurationPattern(), PlatformPattern()],
        Instruction = SpanishInstruction(),
        Determiner = SpanishDeterminer(),
        AudienceLeads = Set("para"),
        PlaceLeads = Set("en cerca"),
        BrandLeads = Set("por llamada llamado"),
        FeatureLeads = Set("con incluyendo ofreciendo"),
        RelativeLeads = Set("que donde"),
        WithoutLeads = Set("sin"),
        Participle = SpanishParticiple(),
        Person = SpanishPerson(),
        EmptyAdjectives = Set("nuevo nueva nuevos nuevas mejor mejores nuestro nuestra"),
        And = "y",
        No = "sin",
    };

    public static PromptGrammar Italian { get; } = new()
    {
        Request = ItalianRequest(),
        Noise = [DurationPattern(), PlatformPattern()],
        Instruction = ItalianInstruction(),
        Determiner = ItalianDeterminer(),
        AudienceLeads = Set("per"),
        PlaceLeads = Set("a in presso vicino"),
        BrandLeads = Set("chiamata chiamato"),
        FeatureLeads = Set("con"),
        RelativeLeads = Set("che dove"),
        WithoutLeads = Set("senza"),
        Participle = ItalianParticiple(),
        Person = ItalianPerson(),
        EmptyAdjectives = Set("nuovo nuova nuovi nuove migliore migliori nostro nostra"),
        And = "e",
        No = "senza",
    };

    public static PromptGrammar Portuguese { get; } = new()
    {
        Request = PortugueseRequest(),
        Noise = [DurationPattern(), PlatformPattern()],
        Instruction = PortugueseInstruction(),
        Determiner = PortugueseDeterminer(),
        AudienceLeads = Set("para"),
        PlaceLeads = Set("em no na"),
        BrandLeads = Set("por chamada chamado"),
        FeatureLeads = Set("com"),
        RelativeLeads = Set("que onde"),
        WithoutLeads = Set("sem"),
        Participle = PortugueseParticiple(),
        Person = PortuguesePerson(),
        EmptyAdjectives = Set("novo nova novos novas melhor melhores nosso nossa"),
        And = "e",
        No = "sem",
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(Duration, Options)]
    private static partial Regex DurationPattern();

    [GeneratedRegex($@",? ?\b(?:pour|sur|für|auf|para|en|per|su|no|na|em|bei|di|de) (?:o |a |el |la |il )?{Platform}(?=\s*(?:$|[.,;:!?)]|(?:pour|für|para|per|avec|mit|con|com|sobre|über|de|di|von|d'|do|da|dos|das)\b))", Options)]
    private static partial Regex PlatformPattern();

    [GeneratedRegex(@"^(?:bonjour,? )?(?:s'il (?:te|vous) plaît,? )?(?:(?:peux-tu|pouvez-vous|je veux|je voudrais|j'aimerais|nous voulons|il me faut) )?(?:(?:crée|créer|créez|fais|faites|faire|réalise|réaliser|réalisez|génère|générer|générez|produis|prépare|imagine)(?:-moi|-nous)? )?(?:une? |la |le )?(?<mods>(?:\S+ ){0,5}?)(?:pubs?|publicités?|annonces?|vidéos?|spots?|film|clip|réels?|reels?|story|campagne)(?: (?:publicitaires?|vidéos?|promotionnelle|promo|de présentation|courte))*(?: \S+){0,6}?(?: pour | sur | de promotion de |\s?: ?| à propos d[eu'] ?| présentant | qui présente )", Options)]
    private static partial Regex FrenchRequest();

    [GeneratedRegex(@"^(?:utilise|utilisez|montre|montrez|ajoute|termine|commence|finis|ton |le ton|style |ambiance|musique|avec une musique|public|cible|couleurs)", Options)]
    private static partial Regex FrenchInstruction();

    [GeneratedRegex(@"^(?:(?:une?|la|les?|des|du|de la|nos|notre|ma|mon|mes|cette|ce|ces|votre|vos) |l'|d'|de l')+", Options)]
    private static partial Regex FrenchDeterminer();

    [GeneratedRegex(@"^(?:livrée?s?|faite?s?|fabriquée?s?|cuite?s?|torréfiée?s?|conçue?s?|située?s?|préparée?s?|prête?s?|inspirée?s?)$", Options)]
    private static partial Regex FrenchParticiple();

    [GeneratedRegex(@"\b(?:gourmands?|gourmets?|étudiante?s?|parents|familles?|enfants|femmes|hommes|sportifs|sportives|coureurs|amateurs|amoureux|passionnés|débutants|professionnels|entreprises|indépendants|voyageurs|jeunes|seniors|couples|bébés|chiens|chats|ados|curieux|lève-tôt|tous|créateurs|cyclistes|petits|grands|collectionneurs|mamans|papas|citadins|épicuriens|particuliers|équipes|start-ups|freelances)\b", Options)]
    private static partial Regex FrenchPerson();

    [GeneratedRegex(@"^(?:bitte )?(?:(?:kannst du|können sie|ich möchte|ich brauche|wir brauchen|wir möchten) )?(?:bitte )?(?:(?:erstelle|erstellen sie|erstell|mach|mache|machen sie|produziere|generiere|gestalte|dreh|entwirf|schreibe)(?: mir| uns)? )?(?:bitte )?(?:ein(?:e|en)? |den |die |das )?(?<mods>(?:\S+ ){0,5}?)(?:[\p{L}-]*(?:werbespots?|werbevideos?|werbung|anzeige|videos?|spots?|clips?|werbefilm|reels?|kampagne|werbeclip|story|ad))(?: \S+){0,5}?(?: für | über | zu |\s?: ?| von )(?:erstellen )?", Options)]
    private static partial Regex GermanRequest();

    [GeneratedRegex(@"^(?:verwende|zeige|nutze|benutze|füge|ende|beginne|ton |der ton|stil |stimmung|musik|mit musik|zielgruppe|farben)", Options)]
    private static partial Regex GermanInstruction();

    [GeneratedRegex(@"^(?:(?:ein|eine|einen|einem|einer|der|die|das|den|dem|unser|unsere|unseren|unserem|mein|meine|meinen|ihr|ihre) )+", Options)]
    private static partial Regex GermanDeterminer();

    [GeneratedRegex(@"^(?:geliefert|handgemacht|gemacht|hergestellt|gebacken|geröstet|gefertigt|entwickelt|inspiriert|frisch|handgefertigt)$", Options)]
    private static partial Regex GermanParticiple();

    [GeneratedRegex(@"\b(?:studierende|studenten|eltern|familien|kinder|frauen|männer|sportler|läufer|anfänger|profis|unternehmen|selbst[sä]tändige|reisende|senioren|paare|hunde|katzen|genießer|feinschmecker|menschen|alle|teams|pendler|gründer|fans|liebhaber|kenner|jugendliche|berufstätige|radfahrer|freelancer|naschkatzen|schüler|\p{L}+liebhaber|\p{L}+fans|hobbyköche|abenteurer|kreative)\b", Options)]
    private static partial Regex GermanPerson();

    [GeneratedRegex(@"^(?:hola,? )?(?:por favor,? )?(?:(?:puedes|quiero|necesito|queremos|necesitamos|me gustaría) )?(?:(?:crea|crear|créame|haz|hazme|hacer|genera|generar|produce|diseña|prepara|realiza)(?:me)? )?(?:un(?:a)? |el |la )?(?<mods>(?:\S+ ){0,5}?)(?:anuncios?|vídeos?|videos?|spots?|comercial|publicidad|clip|reels?|campaña|historia)(?: (?:publicitarios?|promocional|corto))*(?: \S+){0,6}?(?: para | sobre | de promoción de |\s?: ?| que promocione | promocionando | de )", Options)]
    private static partial Regex SpanishRequest();

    [GeneratedRegex(@"^(?:usa|utiliza|muestra|añade|termina|empieza|tono |el tono|estilo |ambiente|música|con música|público|colores)", Options)]
    private static partial Regex SpanishInstruction();

    [GeneratedRegex(@"^(?:(?:un|una|unos|unas|el|la|los|las|nuestro|nuestra|nuestros|nuestras|mi|mis|este|esta|su|sus) )+", Options)]
    private static partial Regex SpanishDeterminer();

    [GeneratedRegex(@"^(?:hech[oa]s?|entregad[oa]s?|tostad[oa]s?|elaborad[oa]s?|diseñad[oa]s?|fabricad[oa]s?|inspirad[oa]s?|horneado|horneada|preparad[oa]s?|ubicad[oa]s?)$", Options)]
    private static partial Regex SpanishParticiple();

    [GeneratedRegex(@"\b(?:estudiantes|padres|madres|familias?|niños|mujeres|hombres|deportistas|corredores|principiantes|profesionales|empresas|autónomos|viajeros|jóvenes|mayores|parejas|perros|gatos|amantes|todos|golosos|emprendedores|equipos|bebés|ciclistas|coleccionistas|curiosos|aventureros|freelancers|pymes|adultos|mascotas)\b", Options)]
    private static partial Regex SpanishPerson();

    [GeneratedRegex(@"^(?:ciao,? )?(?:per favore,? )?(?:(?:puoi|vorrei|voglio|vogliamo|mi serve|ho bisogno di) )?(?:(?:crea|creare|creami|fai|fammi|fare|genera|generare|realizza|realizzare|produci|prepara) )?(?:un[ao]? |lo |il |la |uno |un')?(?<mods>(?:\S+ ){0,5}?)(?:spot|annunci[oi]?|video|pubblicità|clip|reels?|campagna|storia)(?: (?:pubblicitari[oa]?|promozionale|breve))*(?: \S+){0,6}?(?: per | su |\s?: ?| che promuove | di promozione di | dedicato a )", Options)]
    private static partial Regex ItalianRequest();

    [GeneratedRegex(@"^(?:usa|mostra|aggiungi|finisci|inizia|tono |il tono|stile |atmosfera|musica|con musica|pubblico|colori)", Options)]
    private static partial Regex ItalianInstruction();

    [GeneratedRegex(@"^(?:(?:un|una|uno|il|lo|la|i|gli|le|nostro|nostra|nostri|nostre|mio|mia|questo|questa|dei|delle|degli) |l'|un'|dell')+", Options)]
    private static partial Regex ItalianDeterminer();

    [GeneratedRegex(@"^(?:fatt[oaie]|consegnat[oaie]|tostat[oaie]|realizzat[oaie]|prodott[oaie]|progettat[oaie]|ispirat[oaie]|sfornat[oaie]|preparat[oaie]|cucit[oaie])$", Options)]
    private static partial Regex ItalianParticiple();

    [GeneratedRegex(@"\b(?:studenti|genitori|famiglie|bambini|donne|uomini|sportivi|runner|principianti|professionisti|aziende|viaggiatori|giovani|coppie|cani|gatti|golosi|amanti|appassionati|tutti|buongustai|ciclisti|mamme|papà|collezionisti|freelance|creativi|curiosi|team|imprese|pendolari|adulti|anziani|neonati|intenditori)\b", Options)]
    private static partial Regex ItalianPerson();

    [GeneratedRegex(@"^(?:olá,? )?(?:por favor,? )?(?:(?:você pode|quero|queremos|preciso de|precisamos de|gostaria de) )?(?:(?:crie|cria|criar|faça|faz|fazer|gere|gerar|produza|prepare) )?(?:um(?:a)? |o |a )?(?<mods>(?:\S+ ){0,5}?)(?:anúncios?|vídeos?|videos?|spots?|comercial|propaganda|publicidade|clipe?|reels?|campanha)(?: (?:publicitários?|promocional|curto))*(?: \S+){0,6}?(?: para | sobre |\s?: ?| que promova | de promoção de | de )", Options)]
    private static partial Regex PortugueseRequest();

    [GeneratedRegex(@"^(?:use|mostre|adicione|termine|comece|tom |o tom|estilo |ambiente|música|com música|público|cores)", Options)]
    private static partial Regex PortugueseInstruction();

    [GeneratedRegex(@"^(?:(?:um|uma|uns|umas|o|a|os|as|nosso|nossa|nossos|nossas|meu|minha|este|esta|seu|sua|de) )+", Options)]
    private static partial Regex PortugueseDeterminer();

    [GeneratedRegex(@"^(?:feit[oa]s?|entregues?|torrad[oa]s?|produzid[oa]s?|criad[oa]s?|inspirad[oa]s?|assad[oa]s?|preparad[oa]s?|desenvolvid[oa]s?)$", Options)]
    private static partial Regex PortugueseParticiple();

    [GeneratedRegex(@"\b(?:estudantes|pais|mães|famílias?|crianças|mulheres|homens|atletas|corredores|iniciantes|profissionais|empresas|autônomos|viajantes|jovens|casais|cães|cachorros|gatos|amantes|todos|gulosos|empreendedores|equipes|bebês|ciclistas|colecionadores|curiosos|aventureiros|adultos|idosos|pets|apaixonados|freelancers)\b", Options)]
    private static partial Regex PortuguesePerson();
}
