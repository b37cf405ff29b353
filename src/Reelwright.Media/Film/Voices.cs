using System.Text;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>A voice that speaks without a network.</summary>
internal interface IVoice
{
    /// <summary>The part of a clean text that this voice can speak; empty when there is none.</summary>
    string Sayable(string text);

    /// <summary>
    /// Programs to run one after the other: from a file of text to a wave of 48 kHz and one channel, both in the work folder.
    /// </summary>
    IReadOnlyList<(MediaTool Tool, IReadOnlyList<string> Arguments)> Say(string textFile, string output);
}

/// <summary>All voices, the best of each language first.</summary>
internal static class Voices
{
    private const string English = "en";

    public static IEnumerable<IVoice> For(string? language)
    {
        var primary = Primary(language);
        IEnumerable<IVoice> voices = primary == English ? [new FliteVoice()] : [];
        return EspeakVoice.Find(primary) is { } espeak ? voices.Append(espeak) : voices;
    }

    /// <summary>The warning when no voice for the language is installed.</summary>
    public static string None(string? language)
    {
        var primary = Primary(language);
        return primary == English
            ? "The voice-over was left out: this ffmpeg has no flite voice. Debian's and Ubuntu's ffmpeg package has it."
            : EspeakVoice.Find(primary) is null
                ? $"The voice-over was left out: no voice here speaks the language '{primary}'."
                : $"The voice-over was left out: the voice for the language '{primary}' is missing. {FfmpegTools.EspeakCure}";
    }

    private static string Primary(string? language) => language?.Split('-')[0].ToLowerInvariant() ?? English;
}

/// <summary>ffmpeg's flite source, an old and small voice for English only; softer than espeak-ng.</summary>
internal sealed class FliteVoice : IVoice
{
    public string Sayable(string text)
    {
        var ascii = new StringBuilder();
        foreach (var character in text)
        {
            ascii.Append(char.IsAscii(character) ? character : character is '\u2019' ? '\'' : ' ');
        }

        var line = ascii.ToString().Trim();
        var letters = text.Count(char.IsLetter);
        return line.Count(char.IsAsciiLetter) * 2 < letters || letters == 0 ? string.Empty : line;
    }

    public IReadOnlyList<(MediaTool Tool, IReadOnlyList<string> Arguments)> Say(string textFile, string output) =>
        [(MediaTool.Ffmpeg, SoundFilters.Speak(textFile, output))];
}

/// <summary>espeak-ng, a plain and clear voice for many languages.</summary>
internal sealed class EspeakVoice : IVoice
{
    private const string WordsPerMinute = "160";
    private const string Utf8 = "1";

    // Languages in which it is intelligible. Japanese is missing, because it reads no kanji.
    private static readonly string[] _languages = ["cs", "da", "de", "el", "en", "es", "fi", "fr", "hi", "hu", "it", "ko", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"];
    private readonly string _language;

    private EspeakVoice(string language) => _language = language;

    public static EspeakVoice? Find(string language) => _languages.Contains(language, StringComparer.Ordinal) ? new EspeakVoice(language) : null;

    /// <summary>Double brackets are removed, because espeak-ng reads their content as phonemes.</summary>
    public string Sayable(string text) => text.Any(char.IsLetter) ? text.Replace('[', ' ').Replace(']', ' ').Trim() : string.Empty;

    public IReadOnlyList<(MediaTool Tool, IReadOnlyList<string> Arguments)> Say(string textFile, string output) =>
    [
        (MediaTool.EspeakNg, ["-v", _language, "-s", WordsPerMinute, "-b", Utf8, "-f", textFile, "-w", $"said.{output}"]),
        (MediaTool.Ffmpeg, SoundFilters.Said($"said.{output}", output)),
    ];
}
