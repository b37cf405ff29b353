using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelwright.Contracts.Ads;

/// <summary>What a prompt says about the film's length and shape, for clients that let people leave them out.</summary>
public static partial class PromptHints
{
    private const int ShortestSeconds = 15;
    private const int LongestSeconds = 60;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Seconds within 15 to 60, or null when the prompt names no length.</summary>
    public static int? InferDuration(string prompt)
    {
        if (HalfMinute().IsMatch(prompt))
        {
            return 30;
        }

        var seconds = Seconds().Match(prompt);
        if (seconds.Success)
        {
            return Clamp(decimal.Parse(seconds.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture));
        }

        var worded = WordedSeconds().Match(prompt);
        if (worded.Success)
        {
            return ValueOf(worded.Groups["n"].Value.ToLowerInvariant());
        }

        return Minute().IsMatch(prompt) ? LongestSeconds : null;
    }

    /// <summary>
    /// One of <see cref="AspectRatios"/>, or null when the prompt names neither a shape nor a platform. A shape wins over a platform.
    /// </summary>
    public static string? InferAspectRatio(string prompt) =>
        PortraitShape().IsMatch(prompt) ? AspectRatios.Portrait
        : SquareShape().IsMatch(prompt) ? AspectRatios.Square
        : LandscapeShape().IsMatch(prompt) ? AspectRatios.Landscape
        : PortraitPlatform().IsMatch(prompt) ? AspectRatios.Portrait
        : LandscapePlatform().IsMatch(prompt) ? AspectRatios.Landscape
        : null;

    private static int Clamp(decimal seconds) => (int)Math.Round(Math.Clamp(seconds, ShortestSeconds, LongestSeconds), MidpointRounding.AwayFromZero);

    private static int ValueOf(string word) => word switch
    {
        "twenty" => 20,
        "thirty" or "trente" or "dreißig" or "treinta" or "trenta" or "trinta" => 30,
        "forty" => 40,
        "forty-five" or "forty five" => 45,
        "fifty" => 50,
        "sixty" => 60,
        _ => ShortestSeconds,
    };

    /// <summary>"in 30 seconds" says what the product does ("an account in 30 seconds"), not how long the film is.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,$€£-])(?<!\b(?:in|under|within|every|less than|just|the|over|aged) )(?<n>\d{1,3}(?:[.,]\d{1,2})?)(?:[ -]?(?:seconds?|secs?|secondes?|sekunden|sekündig\p{L}*|segundos?|secondi|secondo|sek|seg|seconden|sekunder|секунд\p{L}*|saniye\p{L}*)\b|[ -]?s\b(?=\s*(?:$|[.,;:!?)]|long\b|\p{L}*\s?(?:ads?|adverts?|advertisement|videos?|clips?|spots?|commercials?|films?|promos?|teasers?|reels?|tiktoks?|story|stories|shorts?)\b))|\s?(?:ثانية|ثوان\p{L}*|שניות|सेकंड|วินาที))|(?<![\d.,])(?<n>\d{1,3})\s?(?:秒|초)(?!で|以内|内|就|后|後|만에|이면)", Options)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"(?<!\b(?:in|under|within) )\b(?<n>ten|fifteen|twenty|thirty|forty[- ]five|forty|fifty|sixty|trente|dreißig|treinta|trenta|trinta)[- ](?:seconds?|secondes|sekunden|segundos|secondi)\b", Options)]
    private static partial Regex WordedSeconds();

    [GeneratedRegex(@"\bhalf[- ]a[- ]minute\b|\bhalf[- ]minute\b|\bune demi-minute\b|\beine halbe minute\b|\bmedio minuto\b|\bmezzo minuto\b|\bmeio minuto\b|半分钟|半分鐘", Options)]
    private static partial Regex HalfMinute();

    [GeneratedRegex(@"(?<!\b(?:in|under|within) )\b(?:one|a|1|une|eine|un|um)[- ]minut[eo]\b[- ]?(?:long\b)?(?! (?:from|away|walk|of|rest))|(?<!\d)(?:1|一)(?:分钟|分鐘|分間?の|분)", Options)]
    private static partial Regex Minute();

    [GeneratedRegex(@"(?<!\d)9\s?[:x/]\s?16(?!\d)|\b(?:vertical|verticale|vertikal|hochformat|portrait (?:format|video|mode|ad|orientation)|retrato)\b|縦型|竖屏|豎屏|세로", Options)]
    private static partial Regex PortraitShape();

    [GeneratedRegex(@"(?<!\d)1\s?[:x/]\s?1(?!\d)|\bsquare (?:format|video|ad|post|clip|spot|version)\b|\b(?:in|as) (?:a )?square(?=\s*(?:$|[.,;!?]))|\bfeed[- ]posts?\b|\binstagram (?:feed|posts?)\b|\bcarr[ée] format\b|\bformat carré\b|\bquadratisch\p{L}*|\bcuadrado\b|\bquadrato\b|\bquadrado\b|正方形|정사각형", Options)]
    private static partial Regex SquareShape();

    [GeneratedRegex(@"(?<!\d)16\s?[:x/]\s?9(?!\d)|\b(?:landscape|horizontal) (?:format|video|mode|ad|orientation|spot|clip)\b|\bin landscape\b|\bwide ?screen\b|\bquerformat\b|\bformat paysage\b|横型|横屏|가로형", Options)]
    private static partial Regex LandscapeShape();

    [GeneratedRegex(@"\b(?:instagram|insta|tik ?tok|reels?|stories|snap ?chat|(?:youtube |yt )shorts?)\b|\b(?:ig|story) (?:ads?|stor(?:y|ies)|reels?)\b|インスタ|ティックトック|ショート動画|抖音|小红书|인스타|틱톡|쇼츠", Options)]
    private static partial Regex PortraitPlatform();

    [GeneratedRegex(@"\b(?:you ?tube|tv|television|cinema ad|linkedin|vimeo|website hero|fernsehen|télé|télévision|televisión|televisione|televisão)\b|ユーチューブ|テレビ|유튜브", Options)]
    private static partial Regex LandscapePlatform();
}
