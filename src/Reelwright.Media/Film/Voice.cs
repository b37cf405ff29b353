using System.Text;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Speaks lines with ffmpeg's flite source, an old and small voice that speaks English only.</summary>
internal sealed class Voice(FfmpegProcess ffmpeg)
{
    private const int LongestLine = 300;
    private const int WaveHeader = 44;
    private const int BytesPerSecond = SoundFilters.SampleRate * 2;
    private const double ShortestLine = 0.3;

    /// <summary>The lines that could be spoken. What could not is named in <paramref name="warnings"/>.</summary>
    public async Task<IReadOnlyList<SpokenLine>> SpeakAsync(
        IReadOnlyList<VoiceLine> lines, double filmSeconds, string workFolder, List<string> warnings, CancellationToken cancellationToken)
    {
        var spoken = new List<SpokenLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = Sayable(lines[i].Text);
            if (text.Length == 0)
            {
                warnings.Add($"Voice line {i} was left out: the built-in voice speaks Latin letters only.");
                continue;
            }

            await File.WriteAllTextAsync(Path.Combine(workFolder, $"line{i}.txt"), text, Encoding.ASCII, cancellationToken).ConfigureAwait(false);
            try
            {
                await ffmpeg.RunAsync(
                    new FfmpegCommand
                    {
                        Purpose = $"speak voice line {i}",
                        Arguments = SoundFilters.Speak($"line{i}.txt", $"line{i}.wav"),
                        WorkFolder = workFolder,
                        TimeLimit = TimeSpan.FromSeconds(60),
                    },
                    cancellationToken).ConfigureAwait(false);
                var room = lines.Select(line => line.Start).Where(start => start > lines[i].Start).Append(filmSeconds).Min() - lines[i].Start;
                var length = (double)(new FileInfo(Path.Combine(workFolder, $"line{i}.wav")).Length - WaveHeader) / BytesPerSecond;
                if (room > ShortestLine)
                {
                    spoken.Add(new SpokenLine($"line{i}.wav", lines[i].Start, length, room));
                }
            }
            catch (FfmpegFailedException error) when (error.ExitCode is not null)
            {
                warnings.Add("The voice-over was left out: this ffmpeg has no flite voice. Debian's and Ubuntu's ffmpeg package has it.");
                return [];
            }
        }

        return spoken;
    }

    private static string Sayable(string text)
    {
        var ascii = new StringBuilder();
        foreach (var character in TextCleaner.Clean(text))
        {
            ascii.Append(char.IsAscii(character) ? character : character is '\u2019' ? '\'' : ' ');
        }

        var line = ascii.ToString().Trim();
        var letters = text.Count(char.IsLetter);
        return line.Count(char.IsAsciiLetter) * 2 < letters || letters == 0 ? "" : line[..Math.Min(line.Length, LongestLine)];
    }
}
