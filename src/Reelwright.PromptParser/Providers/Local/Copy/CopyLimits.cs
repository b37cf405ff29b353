using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>How long lines may be, in graphemes, and how fast they are spoken.</summary>
internal sealed record CopyLimits(int Title, int Headline, int Subline, int Name, decimal SpokenPerSecond, bool CountsWords)
{
    private const int MostWords = 7;
    private static readonly CopyLimits Spaced = new(28, 40, 60, 28, 2.5m, true);
    private static readonly CopyLimits Ideographic = new(14, 18, 26, 16, 5.5m, false);

    public static CopyLimits Of(string language) => language switch
    {
        "ja" or "zh" or "ko" => Ideographic,
        "th" => Spaced with { SpokenPerSecond = 9m, CountsWords = false },
        _ => Spaced,
    };

    /// <summary>Words, or characters where words are not told apart.</summary>
    public int SpokenLength(string text) =>
        CountsWords ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length : text.Count(char.IsLetterOrDigit);

    /// <summary>Whether a line can be read while its scene lasts.</summary>
    public bool CanBeRead(string text, int length) => PromptText.Length(text) <= length && (!CountsWords || SpokenLength(text) <= MostWords);

    public int SpokenBudget(decimal seconds) => Math.Max(CountsWords ? 4 : 10, (int)(seconds * SpokenPerSecond));
}
