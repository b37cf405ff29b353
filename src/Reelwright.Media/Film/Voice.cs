using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Synthesises lines of speech with the first installed voice for their language.</summary>
internal sealed class Voice(FfmpegProcess ffmpeg)
{
    private const int LongestLine = 300;
    private const int WaveHeader = 44;
    private const int BytesPerSecond = SoundFilters.SampleRate * 2;
    private const double ShortestLine = 0.3;
    private const int LeastRoom = 64 << 10;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    /// <summary>The lines that were spoken. <paramref name="warnings"/> gets a sentence for each that was not.</summary>
    /// <param name="language">BCP-47; null is English.</param>
    /// <exception cref="FfmpegFailedException">The disk is full.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public async Task<IReadOnlyList<SpokenLine>> SpeakAsync(
        IReadOnlyList<VoiceLine> lines, string? language, double filmSeconds, string workFolder, List<string> warnings, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        foreach (var voice in Voices.For(language))
        {
            var leftOut = new List<string>();
            if (await SpeakAllAsync(voice, lines, filmSeconds, workFolder, leftOut, cancellationToken).ConfigureAwait(false) is { } spoken)
            {
                warnings.AddRange(leftOut);
                return spoken;
            }
        }

        warnings.Add(Voices.None(language));
        return [];
    }

    /// <summary>Null when this voice is not installed.</summary>
    private async Task<IReadOnlyList<SpokenLine>?> SpeakAllAsync(
        IVoice voice, IReadOnlyList<VoiceLine> lines, double filmSeconds, string workFolder, List<string> warnings, CancellationToken cancellationToken)
    {
        var spoken = new List<SpokenLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = TextCleaner.Clean(lines[i].Text);
            text = voice.Sayable(text[..Math.Min(text.Length, LongestLine)]);
            if (text.Length == 0)
            {
                warnings.Add($"Voice line {i} was left out: the built-in voice speaks Latin letters only.");
                continue;
            }

            await File.WriteAllTextAsync(Path.Combine(workFolder, $"line{i}.txt"), text, cancellationToken).ConfigureAwait(false);
            if (!await TrySayAsync(voice, i, workFolder, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            var room = lines.Select(line => line.Start).Where(start => start > lines[i].Start).Append(filmSeconds).Min() - lines[i].Start;
            var length = (double)(new FileInfo(Path.Combine(workFolder, $"line{i}.wav")).Length - WaveHeader) / BytesPerSecond;
            if (room > ShortestLine)
            {
                spoken.Add(new SpokenLine($"line{i}.wav", lines[i].Start, length, room));
            }
        }

        return spoken;
    }

    /// <summary>False when this voice is not installed.</summary>
    private async Task<bool> TrySayAsync(IVoice voice, int line, string workFolder, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (tool, arguments) in voice.Say($"line{line}.txt", $"line{line}.wav"))
            {
                await ffmpeg.RunAsync(
                    new FfmpegCommand { Purpose = $"speak voice line {line}", Tool = tool, Arguments = arguments, WorkFolder = workFolder, TimeLimit = _limit },
                    cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (MissingToolException)
        {
            return false;
        }
        catch (FfmpegFailedException error) when (error.ExitCode is not null && !error.RanOutOfSpace)
        {
            await CheckRoomAsync(workFolder, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    // espeak-ng does not report a full disk: it leaves a truncated or empty wave file, which then looks damaged.
    private static async Task CheckRoomAsync(string workFolder, CancellationToken cancellationToken)
    {
        var trial = Path.Combine(workFolder, "room");
        try
        {
            await File.WriteAllBytesAsync(trial, new byte[LeastRoom], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(trial);
        }
    }
}
