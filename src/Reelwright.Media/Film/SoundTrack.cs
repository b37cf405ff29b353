using Reelwright.Media.Captions;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>
/// Makes the sound track: 1 music, 2 voice, 3 mix and measure, 4 set -14 LUFS and encode AAC, 5 measure the result and correct the gain,
/// because the limiter lowers a voice alone, 6 lower the ceiling while AAC peaks exceed -1 dBTP, as with single clicks.
/// The track is exactly as long as the film, and silent when there is neither music nor voice.
/// </summary>
internal sealed class SoundTrack(FfmpegProcess ffmpeg)
{
    private const double Target = -14;
    private const double Tolerance = 0.3;
    private const double HighestPeak = -1;
    private const double PeakMargin = 0.3;
    private const int MostCorrections = 3;

    /// <summary>The limiter's ceiling as a share of full scale. AAC adds about 1 dB to peaks, more only for hard clicks.</summary>
    private const double Ceiling = 0.79;
    private const string MixFile = "mix.wav";
    private const string TrackFile = "sound.m4a";

    /// <param name="File">In the work folder.</param>
    /// <param name="Loudness">Null when it is silent.</param>
    /// <param name="Captions">When each sentence of the voice-over is spoken.</param>
    public sealed record Result(string File, Loudness? Loudness, IReadOnlyList<CaptionLine> Captions);

    public async Task<Result> MakeAsync(FilmPlan plan, int frames, string workFolder, List<FilmWarning> warnings, CancellationToken cancellationToken)
    {
        // 1 and 2
        var voice = new Voice(ffmpeg, plan.Language, (double)frames / FilmPlan.FrameRate, workFolder);
        var speech = await voice.SpeakAsync(plan.Voice, warnings, cancellationToken).ConfigureAwait(false);
        var mix = new SoundMix
        {
            Music = await new MusicTrack(ffmpeg).PrepareAsync(plan, frames, workFolder, warnings, cancellationToken).ConfigureAwait(false),
            Lines = speech.Lines,
            Frames = frames,
        };
        Task<FfmpegOutput> Run(string purpose, IReadOnlyList<string> arguments) =>
            RunAsync(purpose, arguments, workFolder, cancellationToken);

        if (mix.Music is null && mix.Lines.Count == 0)
        {
            await Run("write a silent sound track", SoundFilters.Silence(frames, TrackFile)).ConfigureAwait(false);
            return new Result(TrackFile, null, speech.Captions);
        }

        // 3
        var mixed = await Run("mix the sound", SoundFilters.Mix(mix, MixFile)).ConfigureAwait(false);
        if (LoudnessReport.Integrated(mixed.Messages) is not { } loudness)
        {
            await Run("write a silent sound track", SoundFilters.Silence(frames, TrackFile)).ConfigureAwait(false);
            return new Result(TrackFile, null, speech.Captions);
        }

        // 4 and 5
        var (gain, ceiling) = (Target - loudness, Ceiling);
        var after = await FinishAsync(Run, gain, ceiling, frames).ConfigureAwait(false);
        for (var attempt = 0; attempt < MostCorrections && after is not null && Math.Abs(after.IntegratedLufs - Target) > Tolerance; attempt++)
        {
            gain += Target - after.IntegratedLufs;
            after = await FinishAsync(Run, gain, ceiling, frames).ConfigureAwait(false);
        }

        // 6
        for (var attempt = 0; attempt < MostCorrections && after?.TruePeakDbtp > HighestPeak; attempt++)
        {
            ceiling *= Math.Pow(10, (HighestPeak - PeakMargin - after.TruePeakDbtp) / 20);
            after = await FinishAsync(Run, gain, ceiling, frames).ConfigureAwait(false);
        }

        return new Result(TrackFile, after, speech.Captions);
    }

    private static async Task<Loudness?> FinishAsync(Func<string, IReadOnlyList<string>, Task<FfmpegOutput>> run, double gain, double ceiling, int frames)
    {
        await run("encode the sound", SoundFilters.Finish(MixFile, gain, ceiling, frames, TrackFile)).ConfigureAwait(false);
        var measured = await run("measure the sound", SoundFilters.Measure(["-f", "mov", "-protocol_whitelist", "file,pipe", "-i", TrackFile])).ConfigureAwait(false);
        return LoudnessReport.Parse(measured.Messages);
    }

    private Task<FfmpegOutput> RunAsync(string purpose, IReadOnlyList<string> arguments, string workFolder, CancellationToken cancellationToken) =>
        ffmpeg.RunAsync(
            new FfmpegCommand { Purpose = purpose, Arguments = arguments, WorkFolder = workFolder, TimeLimit = ffmpeg.Tools.Options.EncodeLimit },
            cancellationToken);
}
