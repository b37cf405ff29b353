using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Sound;

namespace Reelwright.Media.Film;

/// <summary>
/// Prepares the music as a wave file: the supplied file, or synthesised music when that file cannot be used. The clips are already paid
/// for at this point, so an unusable music file does not fail the film.
/// </summary>
internal sealed class MusicTrack(FfmpegProcess ffmpeg)
{
    private const string SynthesisedFile = "music.wav";
    private const string SuppliedFile = "supplied.wav";
    private const double BytesPerSecond = SoundFilters.SampleRate * 2 * sizeof(float);
    private const double ShortestSeconds = 0.2;
    private const double LeastComplete = 0.5;
    private static readonly TimeSpan _decodeLimit = TimeSpan.FromSeconds(60);

    /// <summary>Arguments that open it; null for a film without music.</summary>
    public async Task<IReadOnlyList<string>?> PrepareAsync(
        FilmPlan plan, int frames, string workFolder, List<FilmWarning> warnings, CancellationToken cancellationToken)
    {
        if (plan.Music is not { } music)
        {
            return null;
        }

        var seconds = (double)frames / FilmPlan.FrameRate;
        if (music.FilePath is { } supplied)
        {
            try
            {
                await DecodeAsync(supplied, seconds, workFolder, cancellationToken).ConfigureAwait(false);
                return SoundFilters.Repeated(SuppliedFile);
            }
            catch (MediaRejectedException error)
            {
                warnings.Add(new FilmWarning(
                    FilmWarningCodes.MusicLeftOut, $"The supplied music was left out and other music plays instead: {error.Message}"));
            }
        }

        await Task.Run(() => MusicSynth.WriteWav(Spec(plan, music, seconds), Path.Combine(workFolder, SynthesisedFile)), cancellationToken).ConfigureAwait(false);
        return SoundFilters.OurWave(SynthesisedFile);
    }

    private static MusicSpec Spec(FilmPlan plan, FilmMusic music, double seconds) => new()
    {
        Mood = music.Mood ?? "warm",
        TempoBpm = music.TempoBpm ?? 100,
        Duration = seconds,
        SceneStarts = [.. plan.Scenes.Select(scene => scene.Start)],
        Seed = music.Seed,
    };

    // The file is decoded once and the decoded file is repeated, because ffmpeg would loop for ever over a file without samples.
    private async Task DecodeAsync(string path, double seconds, string workFolder, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        var input = MediaInput.Sound(path);
        var info = await new MediaProbe(ffmpeg).ReadAsync(input, countPackets: false, cancellationToken).ConfigureAwait(false);
        if (info.Audio is null)
        {
            throw new MediaRejectedException($"'{name}' holds no sound.");
        }

        try
        {
            await ffmpeg.RunAsync(
                new FfmpegCommand
                {
                    Purpose = $"decode '{name}'",
                    Arguments = SoundFilters.Decode(input, seconds, SuppliedFile),
                    WorkFolder = workFolder,
                    TimeLimit = _decodeLimit,
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (FfmpegFailedException error) when (error is { RanOutOfSpace: false, IsTemporary: false })
        {
            throw new MediaRejectedException($"'{name}' is damaged: it cannot be decoded as sound.", error);
        }

        var decoded = new FileInfo(Path.Combine(workFolder, SuppliedFile)).Length / BytesPerSecond;
        var promised = Math.Min(info.Duration.TotalSeconds, seconds);
        if (decoded < Math.Max(ShortestSeconds, promised * LeastComplete))
        {
            throw new MediaRejectedException($"'{name}' is damaged or too short: {decoded:0.#} s of it could be decoded.");
        }
    }
}
