using Reelwright.Media.Captions;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Film;

/// <summary>
/// Speaks lines, sentence by sentence, with the first voice on this machine that speaks their language. A line that is too long for its
/// time is spoken up to a quarter faster; what is then still too long is cut at a word, with a warning.
/// </summary>
internal sealed class Voice(FfmpegProcess ffmpeg, string? language, double filmSeconds, string workFolder)
{
    private const double Fastest = 1.25;
    private const double ShortestLine = 0.3;

    /// <summary>Words take unequal time, so that a share of them may take a little more than that share of the time.</summary>
    private const double WordTolerance = 0.93;

    /// <param name="lines">In order.</param>
    /// <param name="warnings">Gets what was not spoken.</param>
    /// <exception cref="FfmpegFailedException">The disk is full.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task<Speech> SpeakAsync(IReadOnlyList<VoiceLine> lines, List<FilmWarning> warnings, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return new Speech([], []);
        }

        foreach (var voice in Voices.For(language))
        {
            var leftOut = new List<FilmWarning>();
            if (await SpeakAllAsync(new VoiceRecorder(ffmpeg, voice, workFolder), lines, leftOut, cancellationToken).ConfigureAwait(false) is { } speech)
            {
                warnings.AddRange(leftOut);
                return speech;
            }
        }

        warnings.Add(new FilmWarning(FilmWarningCodes.VoiceLeftOut, Voices.None(language)));
        return new Speech([], [.. lines.Select(line => new CaptionLine(line.Start, line.End, line.Text))]);
    }

    /// <summary>Null when this voice is not on this machine.</summary>
    private async Task<Speech?> SpeakAllAsync(
        VoiceRecorder recorder, IReadOnlyList<VoiceLine> lines, List<FilmWarning> warnings, CancellationToken cancellationToken)
    {
        var (spoken, captions) = (new List<SpokenLine>(), new List<CaptionLine>());
        foreach (var (index, line) in lines.Index())
        {
            var text = TextCleaner.Clean(line.Text);
            var room = lines.Select(other => other.Start).Where(start => start > line.Start).Append(filmSeconds).Min() - line.Start;
            if (!recorder.CanSay(text))
            {
                warnings.Add(new FilmWarning(
                    FilmWarningCodes.VoiceLeftOut, $"Voice line {index} was left out: the built-in voice speaks Latin letters only.", line.Scene));
                captions.Add(new CaptionLine(line.Start, line.End, text));
                continue;
            }

            var (sentences, cut) = await SpeakLineAsync(recorder, text, Math.Max(0, room), cancellationToken).ConfigureAwait(false);
            if (sentences is null)
            {
                return null;
            }

            if (cut.Length > 0)
            {
                warnings.Add(TextWarnings.VoiceCut(cut, line.Scene));
            }

            Place(sentences, line.Start, room, spoken, captions);
        }

        return new Speech(spoken, captions);
    }

    /// <returns>No sentences when the voice is not on this machine; what was cut is empty when all is spoken.</returns>
    private static async Task<(IReadOnlyList<SpokenSentence>? Sentences, string Cut)> SpeakLineAsync(
        VoiceRecorder recorder, string text, double room, CancellationToken cancellationToken)
    {
        var sentences = Sayable(recorder, text);
        var spoken = new List<SpokenSentence>();
        var left = room < ShortestLine ? 0 : room * Fastest;
        foreach (var (index, sentence) in sentences.Index())
        {
            var later = string.Concat(sentences.Skip(index + 1));
            if (left == 0)
            {
                return (spoken, sentence + later);
            }

            if (await recorder.SayAsync(sentence, cancellationToken).ConfigureAwait(false) is not { } whole)
            {
                return (null, string.Empty);
            }

            if (whole.Seconds <= left)
            {
                spoken.Add(whole);
                left -= whole.Seconds;
                continue;
            }

            var (begin, rest) = Shorten(sentence, left / whole.Seconds * WordTolerance);
            var part = begin.Length == 0 ? null : await recorder.SayAsync(begin, cancellationToken).ConfigureAwait(false);
            return part is not null && part.Seconds <= left ? ([.. spoken, part], rest + later) : (spoken, sentence + later);
        }

        return (spoken, string.Empty);
    }

    // A sentence in another script stays with its neighbour, so that it is in the captions.
    private static List<string> Sayable(VoiceRecorder recorder, string text)
    {
        var sentences = new List<string>();
        foreach (var sentence in Sentences.Of(text))
        {
            if (sentences.Count > 0 && !(recorder.CanSay(sentence) && recorder.CanSay(sentences[^1])))
            {
                sentences[^1] += sentence;
            }
            else
            {
                sentences.Add(sentence);
            }
        }

        return sentences;
    }

    private static (string Begin, string Later) Shorten(string sentence, double share)
    {
        var words = TextPieces.Of(sentence.Trim());
        var count = (int)(words.Count * share);
        return (TextPieces.Join(words.Take(count)), TextPieces.Join(words.Skip(count)) + (sentence.EndsWith(' ') ? " " : string.Empty));
    }

    private static void Place(IReadOnlyList<SpokenSentence> sentences, double start, double room, List<SpokenLine> spoken, List<CaptionLine> captions)
    {
        var tempo = Math.Clamp(sentences.Sum(sentence => sentence.Seconds) / room, 1, Fastest);
        foreach (var sentence in sentences)
        {
            var line = new SpokenLine(sentence.File, start, sentence.Seconds, tempo);
            if (sentence.Seconds > 0)
            {
                spoken.Add(line);
            }

            captions.Add(new CaptionLine(line.Start, line.End, sentence.Text));
            start = line.End;
        }
    }
}
