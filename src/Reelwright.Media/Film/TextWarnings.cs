namespace Reelwright.Media.Film;

/// <summary>The warnings about texts.</summary>
public static class TextWarnings
{
    private const int LongestQuote = 80;

    public static FilmWarning Cut(string text, string cut, int? scene) => new(
        FilmWarningCodes.TextCut, $"The text {Quote(text)} does not fit its place: its end {Quote(cut)} was cut. Shorten it.", scene) { MissingText = text };

    /// <param name="reason">Why, a clause without a full stop.</param>
    public static FilmWarning LeftOut(string text, string reason, int? scene) =>
        new(FilmWarningCodes.TextLeftOut, $"The text {Quote(text)} was left out: {reason}.", scene) { MissingText = text };

    public static FilmWarning GlyphsMissing(string text, string characters, int? scene) => new(
        FilmWarningCodes.GlyphsMissing,
        $"{Quote(characters)} was left out of {Quote(text)}: no installed font draws it. 'reelwright doctor' names the fonts to install.",
        scene) { MissingText = text };

    public static FilmWarning EmojiLeftOut(string text, string emoji, int? scene) =>
        new(FilmWarningCodes.EmojiLeftOut, $"The emoji {Quote(emoji)} of {Quote(text)} were left out: films have no colour glyphs.", scene);

    public static FilmWarning CaptionsCut(string cut) => new(
        FilmWarningCodes.CaptionsCut, $"The script is too long for the film: {Quote(cut)} is not in the captions. Shorten it or make the film longer.");

    public static FilmWarning VoiceCut(string cut, int? scene) => new(
        FilmWarningCodes.VoiceCut,
        $"The voice-over is longer than its time: {Quote(cut)} is neither spoken nor in the captions. Shorten it or give it more time.",
        scene);

    // The end is the part that identifies what was cut, so a long text keeps both ends.
    private static string Quote(string text) => text.Length <= LongestQuote
        ? $"'{text}'"
        : $"'{Head(text, LongestQuote / 2)} ... {Tail(text, LongestQuote / 2)}'";

    private static string Head(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static string Tail(string text, int length) => char.IsLowSurrogate(text[^length]) ? text[^(length - 1)..] : text[^length..];
}
