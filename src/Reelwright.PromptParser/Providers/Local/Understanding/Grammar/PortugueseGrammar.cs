using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class PortugueseGrammar
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        Noise = SharedNoise.Patterns,
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("para"),
        PlaceLeads = Set("em no na"),
        BrandLeads = Set("por chamada chamado"),
        FeatureLeads = Set("com"),
        RelativeLeads = Set("que onde"),
        WithoutLeads = Set("sem"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("novo nova novos novas melhor melhores nosso nossa"),
        And = "e",
        No = "sem",
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:olá,? )?(?:por favor,? )?(?:(?:você pode|quero|queremos|preciso de|precisamos de|gostaria de) )?(?:(?:crie|cria|criar|faça|faz|fazer|gere|gerar|produza|prepare) )?(?:um(?:a)? |o |a )?(?<mods>(?:\S+ ){0,5}?)(?:anúncios?|vídeos?|videos?|spots?|comercial|propaganda|publicidade|clipe?|reels?|campanha)(?: (?:publicitários?|promocional|curto))*(?: \S+){0,6}?(?: para | sobre |\s?: ?| que promova | de promoção de | de )", Options)]
    private static partial Regex RequestPattern();

    [GeneratedRegex(@"^(?:use|mostre|adicione|termine|comece|tom |o tom|estilo |ambiente|música|com música|público|cores)", Options)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:um|uma|uns|umas|o|a|os|as|nosso|nossa|nossos|nossas|meu|minha|este|esta|seu|sua|de) )+", Options)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:feit[oa]s?|entregues?|torrad[oa]s?|produzid[oa]s?|criad[oa]s?|inspirad[oa]s?|assad[oa]s?|preparad[oa]s?|desenvolvid[oa]s?)$", Options)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:estudantes|pais|mães|famílias?|crianças|mulheres|homens|atletas|corredores|iniciantes|profissionais|empresas|autônomos|viajantes|jovens|casais|cães|cachorros|gatos|amantes|todos|gulosos|empreendedores|equipes|bebês|ciclistas|colecionadores|curiosos|aventureiros|adultos|idosos|pets|apaixonados|freelancers|baristas|leitores|noivos|clientes|pessoas|turistas|avós|jogadores|universitários|trabalhadores)\b", Options)]
    private static partial Regex PersonPattern();
}
