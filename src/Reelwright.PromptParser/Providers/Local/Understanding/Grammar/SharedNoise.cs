using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

/// <summary>Lengths and platforms as German and the Romance languages name them.</summary>
internal static partial class SharedNoise
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Platform = "(?:instagram|insta|tiktok|youtube|facebook|linkedin|snapchat|pinterest)(?: (?:reels?|shorts?|stories|story))?";

    public static IReadOnlyList<Regex> Patterns { get; } = [DurationPattern(), PlatformPattern(), FormatPattern()];

    [GeneratedRegex(@",? ?\b(?:de |von |di |da |mit |d')?\d+[ -]?(?:secondes?|sekunden|sekündig\p{L}*|segundos?|secondi|seconden|seg|sek|s)\b(?: (?:Länge|de duración|de duração|di durata))?", Options)]
    private static partial Regex DurationPattern();

    [GeneratedRegex($@",? ?\b(?:pour|sur|für|auf|para|en|per|su|no|na|em|bei|di|de|voor|op) (?:o |a |el |la |il )?{Platform}(?=\s*(?:$|[.,;:!?)]|(?:pour|für|para|per|avec|mit|con|com|sobre|met|over|van|voor|über|de|di|von|d'|do|da|dos|das)\b))", Options)]
    private static partial Regex PlatformPattern();

    [GeneratedRegex(@",? ?\b(?:(?:en |im |in |au |no )?(?:format|formato|vidéo|video|vídeo)s? (?:vertical\p{L}*|carrée?|horizontal\p{L}*|paysage|portrait|quadrat\p{L}*|cuadrad\p{L}*|quadrad\p{L}*|orizzontal\p{L}*)|(?:im )?(?:hochformat|querformat)|(?:9:16|16:9|1:1))\b", Options)]
    private static partial Regex FormatPattern();
}
