using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

internal static partial class EnglishGrammar
{
    private const string AdWord =
        "(?:ads?|adds?(?= for | about )|adverts?|advertisements?|advertising|commercials?|videos?|promos?|promotion|spots?|clips?|teasers?|trailers?|reels?|story|stories|shorts?|campaigns?|tiktoks?|films?)";

    private const string Link =
        "(?:for|about|on|of|to promote|to advertise|to sell|to introduce|to launch|to showcase|to present|promoting|advertising|showcasing|featuring|introducing|presenting|highlighting|selling|launching"
        + "|to get more people for|that promotes|that advertises|that showcases|that introduces|which promotes|that sells|where we present)";

    private const string Lead =
        "(?:(?:hi|hello|hey)(?: there)?[,!.]* )?(?:please,? )?(?:(?:can|could|would|will) you (?:please )?|i(?:'d| would|'m)? (?:like|want|need|looking for)(?: you)?(?: to)?,? ?|we(?:'d| would|'re)? (?:like|want|need|looking for)(?: you)?(?: to)?,? ?|help (?:me|us) |let'?s )?(?:please )?"
        + "(?:(?:create|make|generate|produce|build|design|write|craft|give|shoot|film|prepare|develop|show|do|have|get|see|start|cut|direct|animate|render|craft) (?:me |us )?)?";

    public static PromptGrammar Grammar { get; } = new()
    {
        Request = RequestPattern(),
        TrailingRequest = TrailingPattern(),
        Noise = [DurationPattern(), LengthPattern(), PlatformPattern(), FormatPattern()],
        Instruction = InstructionPattern(),
        Determiner = DeterminerPattern(),
        AudienceLeads = Set("for"),
        PlaceLeads = Set("in at near from around"),
        BrandLeads = Set("by called named"),
        FeatureLeads = Set("with featuring offering including plus using"),
        RelativeLeads = Set("that which who where"),
        WithoutLeads = Set("without"),
        Participle = ParticiplePattern(),
        Person = PersonPattern(),
        EmptyAdjectives = Set("new best amazing great awesome incredible perfect our cool nice good ultimate top upcoming latest leading quality high-quality brand-new premium-quality revolutionary innovative unique fantastic wonderful beautiful stunning exciting popular favourite favorite certain brand small little local newest super very really own unbelievable must-have"),
        And = "and",
        No = "no",
        AdjectivesFirst = true,
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// Interpreted on purpose: the code that .NET 10.0 generates or compiles for these nested lazy loops runs in a circle until its memory ends, on such a prompt as
    /// "please help me promote my cafe, its in brighton and has vegan cakes".
    /// </summary>
    private static Regex RequestPattern() => new($@"^{Lead}(?:an? |the |some |my |our |one |us |two )?(?<mods>(?:(?!(?:with|without|that|which|of)\b)[^\s,.;!?]+,? ){{0,9}}?)(?<ad>{AdWord})(?: {AdWord})*(?: in (?:english|french|german|spanish|italian|portuguese|japanese|chinese|korean))?(?:(?: for| on)? (?:instagram|tiktok|youtube|facebook|linkedin|tv|social media|snapchat|pinterest|x|twitter|web|our website)(?: {AdWord}| feed| posts?)*)?(?: script)?(?:,? (?:{Link})(?: |:\s*)|\s*[:–—-]+ ?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex($@"^(?<mods>[^.,;:!?]{{3,60}}?) (?:video |tv |social media |instagram |tiktok |youtube )?(?:ads?|adverts?|advertisement|commercial|promos?|promo video|video|spot|teaser|trailer|campaign|adds?)(?=$|[.,;:!?]| (?:for|on|with|in|that|targeting|aimed)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrailingPattern();

    [GeneratedRegex(@"(?<!\bin )(?<!\bunder )(?<!\bevery )(?<!\bjust )(?<!\bthe )(?<!\bover )(?<!\baged )\b(?:an? )?(?:\d+(?:\.\d+)?|ten|fifteen|twenty|thirty|forty-five|sixty)[ -]?(?:seconds?|secs?|s)(?:[ -]long)?\b(?: (?:ad|video|spot|clip|commercial)s?\b)?(?!['’])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"\b(?:half a minute|half-minute|(?:one|a|1)[ -]minute)(?:[ -]long)?\b(?: (?:ad|video|spot|clip|commercial)s?\b)|\bhalf a minute(?: long)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LengthPattern();

    [GeneratedRegex(@",? ?\b(?:for|on|as an?|to post on|posted on|to run on) (?:my |our |the )?(?:instagram|insta|ig|tiktok|tik tok|youtube|facebook|linkedin|snapchat|pinterest|twitter|tv|television|social media|reels|stories)(?:(?:,? and |, | ?/ ?| )(?:instagram|tiktok|youtube|facebook|snapchat|reels?|stories|story|shorts?|feeds?|posts?|ads?|channel|page))*(?=\s*(?:$|[.,;:!?)]|(?:for|with|about|that|in|to|targeting|aimed)\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlatformPattern();

    [GeneratedRegex(@",? ?\b(?:in |as an? |for )?(?:an? )?(?:(?:9:16|16:9|1:1|4:5)(?: (?:format|video|ratio|aspect ratio))?|(?:vertical|square|landscape|portrait|widescreen)(?: (?:format|video|orientation|aspect ratio))|aspect ratio)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormatPattern();

    [GeneratedRegex(@"^(?:please |also |and |then |it should |it must |it needs to |you can |we want to |i want to )*(?:use\b|show\b|showing|make (?:it|the|this|sure)|include\b|including a call|add\b|end(?:ing)? with|start(?:ing)? with|open(?:ing)? with|close with|keep\b|set in\b|set (?:it|the)|feature (?:a|the|upbeat|fast)\b|feel\b|be (?:fun|funny|short|playful|elegant|modern|energetic)|look (?:like|and)|think\b|inspired by|in the style|in (?:an?|the) .{0,30}(?:style|tone|mood)\b|(?:the )?(?:tone|style|mood|vibe|look|music|video|ad|camera|lighting|voice ?over|voice|colou?rs?|visuals?|format|duration|length|aspect|scene|pacing|background)(?:\b.{0,12})?(?: should| must| is| are|:| -)|with (?:(?:an? )?(?:\w+[ ,]+){0,3}(?:music|voice ?over|soundtrack|tone|vibe|mood|style|lighting|visuals|colou?rs?|cuts|shots|camera|captions|subtitles|aesthetic|feel|look|atmosphere|ending))|warm (?:colou?rs|tones)|(?:\w+ ){0,2}(?:tone|vibe|mood|style|music|aesthetic|colou?rs|lighting|visuals|cuts|transitions|voice ?over|look and feel|palette)$|no (?:voice ?over|music|text|captions)|upbeat|cinematic|fast[- ]paced|length|avoid|don'?t|do not|my brand colou?rs|try to|convey|evoke|emphasi[sz]e the feeling|target(?:ing)? audience)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^(?:(?:an?|the|our|my|your|this|these|some|their|his|her|its|all|we are|we're|i am|i'm|(?:we|i|they) (?:just |also |now |mainly )?(?:have|sell|make|offer|run|own|serve|bake|brew|build|produce|design|opened|open|started|operate|manage|rent|teach|deliver)|it (?:makes|sells|offers|serves)|it is|it's|is|are|was|company|brand|product|called|named|for|about|new) )+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeterminerPattern();

    [GeneratedRegex(@"^(?:made|built|designed|crafted|delivered|handmade|hand-made|handcrafted|roasted|baked|brewed|grown|sourced|tailored|powered|inspired|packed|served|shipped|cooked|woven|blended|ready|available|infused|filled|cut|printed|engineered|developed|tested|created|based|locally|freshly|perfect|ideal|suitable|rich|full|free|open|naturally|ethically|responsibly|trusted|loved|run|owned|dipped|aged|distilled|picked|sewn|knitted|assembled|produced|personalised|personalized|guided|taught)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParticiplePattern();

    [GeneratedRegex(@"\b(?:parents|moms?|mums?|mothers|dads?|fathers|famil(?:y|ies)|students?|kids|children|child|teens?|teenagers|adults|seniors|men|women|people|anyone|everyone|beginners|professionals|freelancers|founders|startups?|start-ups|business(?:es)?|companies|teams|owners?|lovers?|fans|enthusiasts|collectors|gen z|millennials|couples|singles|newlyweds|travell?ers|commuters|runners|cyclists|gamers|developers|designers|creators|artists|musicians|athletes|hikers|swimmers|climbers|readers|writers|teachers|learners|nurses|doctors|drivers|riders|workers|employees|nomads|foodies|homeowners|renters|landlords|tenants|buyers|shoppers|gardeners|cooks|chefs|bakers|brides|grooms|pet parents|dogs|cats|puppies|toddlers|babies|boys|girls|ladies|gentlemen|entrepreneurs|investors|retirees|introverts|minimalists|vegans|vegetarians|skaters|surfers|golfers|bikers|campers|photographers|vloggers|streamers|podcasters|adventurers|explorers|dancers|engineers|farmers|restaurants|schools|agencies|shops|retailers|tourists|locals|neighbou?rs|friends|grandparents|night owls|early birds|go-getters|dreamers|makers|sleepers|managers|executives|marketers|accountants|lawyers|remote workers|graduates|backpackers|moviegoers|sneakerheads|bookworms|wom[ae]n|mothers-to-be|new mums|audiophiles|perfectionists|drinkers|eaters|skiers|snowboarders|fishermen|anglers|sailors|players|speakers|immigrants|expats|customers|users|hosts|guests|baristas|locals|hobbyists|[a-z]{3,}(?:ists|istas|holics|preneurs)|over[- ]?\d0s|(?:the )?over \d0|anybody|newcomers|hosts|moviegoers|stargazers|insomniacs|bosses|receptionists|crowds|diners|pensioners|scholars|pupils|clubs|neighbours|freshers|commuters|movers|guys|folks|lads)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonPattern();
}
