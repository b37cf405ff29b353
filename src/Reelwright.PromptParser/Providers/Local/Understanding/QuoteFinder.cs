using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Takes quoted words out of a prompt: a call to action when the words before say so, a name otherwise.</summary>
internal static partial class QuoteFinder
{
    public static QuotedWords Find(string prompt)
    {
        string? name = null;
        string? callToAction = null;
        string? tagline = null;
        var text = Quoted().Replace(prompt, match =>
        {
            var words = match.Groups["words"].Value.Trim();
            var before = prompt[..match.Index];
            if (ActionCue().IsMatch(before))
            {
                callToAction ??= words;
                return "";
            }

            if (TaglineCue().IsMatch(before))
            {
                tagline ??= words;
                return "";
            }

            if (words.Split(' ').Length <= 4 && words.Length <= 32)
            {
                name ??= words.TrimEnd('.', ',', '!');
            }

            return words;
        });
        text = StatedAction().Replace(text, match =>
        {
            callToAction ??= match.Groups["words"].Value.Trim();
            return ". ";
        });
        return new QuotedWords(PromptText.Clean(DanglingCue().Replace(text, "")), name, callToAction, tagline);
    }

    [GeneratedRegex("[\"“„«「『《](?<words>[^\"“”„«»「」『』《》]{1,80})[\"”“»」』》]|(?<![\\p{L}\\p{N}])['‘](?<words>[^'‘’]{2,60})['’](?![\\p{L}\\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:call[- ]to[- ]action|\bcta\b|button|end(?:s|ing)? with|close with|appel à l'action|bouton|handlungsaufforderung|llamada a la acción|chamada para ação|invito all'azione)\W*(?:\w+\W+){0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActionCue();

    [GeneratedRegex(@"(?:tag ?line|slogan|motto|claim|headline|saying|says|text)\W*(?:\w+\W+){0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TaglineCue();

    [GeneratedRegex(@"(?:^|[.,;!?]\s|\band )\s*(?:with )?(?:an? |the )?(?:call[- ]to[- ]action|cta)(?: is| should be| of|:)*\s+(?<words>[^.,;!?""]{3,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatedAction();

    [GeneratedRegex(@"[,.;]?\s*(?:and )?(?:(?:end(?:ing)?|close|finish) with|with|include|including)?\s*(?:an? |the |our )?(?:call[- ]to[- ]action|cta|button|tagline|slogan|motto|headline)(?: is| of| saying| that says| should be| reading|:)*\s*(?=$|[.,;!?])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DanglingCue();
}
