using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>Speaks sentences into files of the work folder, with one voice.</summary>
internal sealed class VoiceRecorder(FfmpegProcess ffmpeg, IVoice voice, string workFolder)
{
    private const int WaveHeader = 44;
    private const int BytesPerSecond = SoundFilters.SampleRate * 2;
    private const int LeastRoom = 64 << 10;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private int _count;

    public bool CanSay(string text) => voice.Sayable(text).Length > 0;

    /// <summary>Null when this voice is not on this machine. A sentence of which it can say nothing takes no time.</summary>
    public async Task<SpokenSentence?> SayAsync(string sentence, CancellationToken cancellationToken)
    {
        var name = $"line{_count++}";
        if (voice.Sayable(sentence) is not { Length: > 0 } sayable)
        {
            return new SpokenSentence(name, sentence.Trim(), 0);
        }

        await File.WriteAllTextAsync(Path.Combine(workFolder, $"{name}.txt"), sayable, cancellationToken).ConfigureAwait(false);
        if (!await TrySayAsync(name, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var bytes = new FileInfo(Path.Combine(workFolder, $"{name}.wav")).Length - WaveHeader;
        return new SpokenSentence($"{name}.wav", sentence.Trim(), (double)bytes / BytesPerSecond);
    }

    /// <summary>False when this voice is not on this machine.</summary>
    private async Task<bool> TrySayAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (tool, arguments) in voice.Say($"{name}.txt", $"{name}.wav"))
            {
                await ffmpeg.RunAsync(
                    new FfmpegCommand { Purpose = $"speak voice {name}", Tool = tool, Arguments = arguments, WorkFolder = workFolder, TimeLimit = _limit },
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
            await CheckRoomAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    // espeak-ng reports no full disk: it leaves a wave that is cut short or empty, which then looks damaged.
    private async Task CheckRoomAsync(CancellationToken cancellationToken)
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
