using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Finds the platform the ad is for.</summary>
internal static partial class PlatformFinder
{
    private static readonly (Regex Pattern, string Name)[] Platforms =
    [
        (ShortsPattern(), "YouTube Shorts"), (TikTokPattern(), "TikTok"), (InstagramPattern(), "Instagram"), (SnapchatPattern(), "Snapchat"), (YouTubePattern(), "YouTube"),
        (FacebookPattern(), "Facebook"), (LinkedInPattern(), "LinkedIn"), (PinterestPattern(), "Pinterest"), (TelevisionPattern(), "TV"),
    ];

    public static string? Find(string text)
    {
        foreach (var (pattern, name) in Platforms)
        {
            if (pattern.IsMatch(text))
            {
                return name;
            }
        }

        return null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:youtube|yt) shorts?\b|ショート動画|유튜브 쇼츠", Options)]
    private static partial Regex ShortsPattern();

    [GeneratedRegex(@"\btik ?toks?\b|ティックトック|抖音|틱톡", Options)]
    private static partial Regex TikTokPattern();

    [GeneratedRegex(@"\binsta(?:gram)?\b|\big (?:ad|reel|story|post)s?\b|\breels?\b(?= (?:for|about|ad))|インスタ|인스타", Options)]
    private static partial Regex InstagramPattern();

    [GeneratedRegex(@"\bsnap ?chat\b", Options)]
    private static partial Regex SnapchatPattern();

    [GeneratedRegex(@"\byou ?tube\b|ユーチューブ|유튜브", Options)]
    private static partial Regex YouTubePattern();

    [GeneratedRegex(@"\bfacebook\b|\bfb ads?\b", Options)]
    private static partial Regex FacebookPattern();

    [GeneratedRegex(@"\blinked ?in\b", Options)]
    private static partial Regex LinkedInPattern();

    [GeneratedRegex(@"\bpinterest\b", Options)]
    private static partial Regex PinterestPattern();

    [GeneratedRegex(@"\b(?:tv|television) (?:ad|spot|commercial)s?\b|\bfor (?:tv|television)\b", Options)]
    private static partial Regex TelevisionPattern();
}
