using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class SpanishGrammar
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        Noise = SharedNoise.Patterns,
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("para"),
        PlaceLeads = Set("en cerca"),
        BrandLeads = Set("por llamada llamado"),
        FeatureLeads = Set("con incluyendo ofreciendo"),
        RelativeLeads = Set("que donde"),
        WithoutLeads = Set("sin"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("nuevo nueva nuevos nuevas mejor mejores nuestro nuestra"),
        And = "y",
        No = "sin",
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:hola,? )?(?:por favor,? )?(?:(?:puedes|quiero|necesito|queremos|necesitamos|me gustaría) )?(?:(?:crea|crear|créame|haz|hazme|hacer|genera|generar|produce|diseña|prepara|realiza)(?:me)? )?(?:un(?:a)? |el |la )?(?<mods>(?:\S+ ){0,5}?)(?:anuncios?|vídeos?|videos?|spots?|comercial|publicidad|clip|reels?|campaña|historia)(?: (?:publicitarios?|promocional|corto))*(?: \S+){0,6}?(?: para | sobre | de promoción de |\s?: ?| que promocione | promocionando | de )", Options)]
    private static partial Regex RequestPattern();

    [GeneratedRegex(@"^(?:usa|utiliza|muestra|añade|termina|empieza|tono |el tono|estilo |ambiente|música|con música|público|colores)", Options)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:un|una|unos|unas|el|la|los|las|nuestro|nuestra|nuestros|nuestras|mi|mis|este|esta|su|sus) )+", Options)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:hech[oa]s?|entregad[oa]s?|tostad[oa]s?|elaborad[oa]s?|diseñad[oa]s?|fabricad[oa]s?|inspirad[oa]s?|horneado|horneada|preparad[oa]s?|ubicad[oa]s?)$", Options)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:estudiantes|padres|madres|familias?|niños|mujeres|hombres|deportistas|corredores|principiantes|profesionales|empresas|autónomos|viajeros|jóvenes|mayores|parejas|perros|gatos|amantes|todos|golosos|emprendedores|equipos|bebés|ciclistas|coleccionistas|curiosos|aventureros|freelancers|pymes|adultos|mascotas|baristas|jubilados|jugadores|lectores|novios|clientes|personas|propietarios|abuelos|turistas|oficinistas|senderistas)\b", Options)]
    private static partial Regex PersonPattern();
}
