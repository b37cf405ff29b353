using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Takes a web address or a telephone number out of a prompt: it belongs under the button, not into a sentence.</summary>
internal static partial class WebAddressFinder
{
    /// <returns>The text without addresses, and the first of them as one would say it: without scheme, "www." and path parameters.</returns>
    public static (string Text, string? Address) Take(string prompt)
    {
        string? address = null;
        var text = Pattern().Replace(prompt, match =>
        {
            address ??= match.Groups["host"].Value.ToLowerInvariant();
            return match.Groups["end"].Value;
        });
        text = Phone().Replace(text, match =>
        {
            address ??= match.Groups["number"].Value;
            return "";
        });
        return (PromptText.Clean(text), address);
    }

    [GeneratedRegex(@"[,;–—-]?\s*\b(?:call|phone|ring|text|tel\.?)(?: us| now| today| me)?(?: at| on)?:?\s(?<number>\+?\d[\d\s().-]{4,}\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"(?:[,;–—-]?\s*\b(?:(?:and |more |now |us |or |online )*(?:visit|order|shop|book|buy|see|find|learn|sign up|register|reserve|go|available|get it|call|tickets|details)(?: more| us| online| now| yours| it| tickets| a table)* ?(?:at|on|from|to|via|:)?|at|on|via|unter|auf|sur|en|su|em|op) )?"
        + @"(?:https?://|www\.)?(?<![@\p{L}\p{N}])(?<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|co|shop|store|app|dev|ai|eu|uk|de|fr|es|it|pt|nl|jp|kr|cn|us|ca|au|ch|at|be|br|example|test|me|tv|info|biz|co\.uk))(?![\p{L}\p{N}-])(?:[/?#][^\s,;]*[^\s,;.!?])?(?<end>[.!?]?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
