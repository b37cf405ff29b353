using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Tells offers apart that want another button.</summary>
internal static partial class OfferKinds
{
    public static bool IsTrial(string offer) => Trial().IsMatch(offer);

    [GeneratedRegex(@"trial|essai|testen|prueba|prova|teste|first (?:month|week) free|demo|体験|试用|체험", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trial();
}
