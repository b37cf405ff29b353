using System.Globalization;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>A spoken line as a sound file, at its time.</summary>
/// <param name="File">Ours, in the work folder.</param>
/// <param name="Start">Seconds.</param>
/// <param name="Length">Seconds of the file.</param>
/// <param name="Tempo">1 as it is, above 1 faster.</param>
internal sealed record SpokenLine(string File, double Start, double Length, double Tempo)
{
    public double End => Start + (Length / Tempo);
}

/// <summary>What the sound track is mixed from. File names are ours, in the work folder.</summary>
internal sealed record SoundMix
{
    /// <summary>Arguments that open the music; null for none.</summary>
    public IReadOnlyList<string>? Music { get; init; }

    public IReadOnlyList<SpokenLine> Lines { get; init; } = [];

    public required int Frames { get; init; }

    public double Seconds => (double)Frames / FilmPlan.FrameRate;
}

/// <summary>Arguments of the sound processes.</summary>
internal static class SoundFilters
{
    public const int SampleRate = 48000;
    private const string Format = "aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo";
    private static readonly string[] _tellingly = ["-hide_banner", "-nostdin", "-nostats"];
    private static readonly string[] _quietly = [.. _tellingly, "-loglevel", "error", "-y"];

    /// <summary>A foreign sound as a wave of ours, no longer than the film.</summary>
    public static IReadOnlyList<string> Decode(MediaInput sound, double seconds, string output) =>
    [
        .. _quietly, .. MediaLimits.Decoder(MediaLimits.MostPicturePixels), .. sound.Arguments,
        "-map", "0:a:0", "-t", Number(seconds), "-af", Format, "-c:a", "pcm_f32le", "-f", "wav", output,
    ];

    /// <summary>A wave of ours again and again, for as long as the film lasts.</summary>
    public static IReadOnlyList<string> Repeated(string name) => ["-stream_loop", "-1", .. OurWave(name)];

    public static IReadOnlyList<string> OurWave(string name) => ["-f", "wav", "-protocol_whitelist", "file,pipe", "-i", name];

    public static IReadOnlyList<string> Silence(int frames, string output) =>
    [
        .. _quietly, "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-af", Exactly(frames), .. _aac, output,
    ];

    /// <summary>flite's voice, as a wave of one channel.</summary>
    public static IReadOnlyList<string> Speak(string textFile, string output) =>
        [.. _quietly, "-f", "lavfi", "-i", $"flite=textfile={textFile}:voice=slt", .. _speech, output];

    /// <summary>What another voice has said, as a wave of one channel.</summary>
    public static IReadOnlyList<string> Said(string wave, string output) => [.. _quietly, .. OurWave(wave), .. _speech, output];

    /// <summary>Mixes voice over music, lowers the music during speech, and measures the loudness.</summary>
    public static IReadOnlyList<string> Mix(SoundMix mix, string output) =>
    [
        .. _tellingly, "-y", .. mix.Music ?? [], .. mix.Lines.SelectMany(line => OurWave(line.File)),
        "-filter_complex", Graph(mix), "-map", "[mix]", "-c:a", "pcm_f32le", "-f", "wav", output,
    ];

    public static IReadOnlyList<string> Measure(IReadOnlyList<string> input) =>
        [.. _tellingly, .. input, "-map", "0:a:0", "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"];

    /// <summary>
    /// Sets the loudness and encodes AAC. The limiter's ceiling leaves room for peaks between samples and for those that AAC adds.
    /// </summary>
    public static IReadOnlyList<string> Finish(string wave, double gain, double ceiling, int frames, string output) =>
    [
        .. _quietly, .. OurWave(wave),
        "-af", $"volume={Number(gain)}dB,alimiter=limit={Number(ceiling)}:attack=4:release=60:level=0,{Exactly(frames)}", .. _aac, output,
    ];

    private static readonly string[] _speech = ["-t", "600", "-ar", "48000", "-ac", "1", "-c:a", "pcm_s16le", "-bitexact", "-f", "wav"];

    private static readonly string[] _aac = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", "192k", "-ar", "48000", "-ac", "2", "-map_metadata", "-1", "-f", "mp4"];

    private static string Graph(SoundMix mix)
    {
        var parts = new List<string>();
        var first = mix.Music is null ? 0 : 1;
        for (var i = 0; i < mix.Lines.Count; i++)
        {
            var delay = (int)Math.Round(mix.Lines[i].Start * 1000);
            var line = mix.Lines[i];
            var tempo = line.Tempo > 1 ? $",atempo={Number(line.Tempo)}" : "";
            parts.Add($"[{first + i}:a]{Format}{tempo},adelay={delay}:all=1[line{i}]");
        }

        if (mix.Lines.Count > 0)
        {
            var labels = string.Concat(Enumerable.Range(0, mix.Lines.Count).Select(i => $"[line{i}]"));
            parts.Add($"{labels}amix=inputs={mix.Lines.Count}:normalize=0,{Exactly(mix.Frames)}[voice]");
        }

        if (mix.Music is not null)
        {
            var fade = Math.Max(0, mix.Seconds - 1.5);
            parts.Add($"[0:a]{Format},{Exactly(mix.Frames)},afade=t=out:st={Number(fade)}:d=1.5[music]");
        }

        parts.Add((mix.Music, mix.Lines.Count) switch
        {
            (null, _) => "[voice]anull[all]",
            (_, 0) => "[music]anull[all]",
            _ => "[voice]asplit[speech][key];[music]volume=-4dB[bed];"
                 + "[bed][key]sidechaincompress=threshold=0.02:ratio=8:attack=20:release=380[ducked];"
                 + "[ducked][speech]amix=inputs=2:normalize=0[all]",
        });
        parts.Add("[all]ebur128=framelog=verbose[mix]");
        return string.Join(';', parts);
    }

    private static string Exactly(int frames) =>
        $"apad,atrim=end_sample={frames * (SampleRate / FilmPlan.FrameRate)}".ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
