namespace Reelwright.Media.Ffmpeg;

/// <summary>Finds ffmpeg and ffprobe: the configured path, else beside each other, else on <c>PATH</c>.</summary>
public sealed class FfmpegTools(FfmpegOptions options)
{
    public const string Cure =
        "Install ffmpeg (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg), or set Reelwright__Media__FfmpegPath to it.";

    public FfmpegOptions Options => options;

    /// <exception cref="MissingToolException">It is not there.</exception>
    public string Ffmpeg => Find("ffmpeg", options.FfmpegPath);

    /// <exception cref="MissingToolException">It is not there.</exception>
    public string Ffprobe => Find("ffprobe", options.FfprobePath ?? Sibling(options.FfmpegPath));

    /// <summary>fontconfig's list of installed fonts; it comes with every ffmpeg that can draw text.</summary>
    /// <exception cref="MissingToolException">It is not there.</exception>
    public static string FcList => Find("fc-list", null, "Install fontconfig (Debian, Ubuntu: apt-get install fontconfig; macOS: brew install fontconfig).");

    /// <summary>A voice for many languages; only voice-overs need it.</summary>
    /// <exception cref="MissingToolException">It is not there.</exception>
    public static string EspeakNg => Find("espeak-ng", null, EspeakCure);

    internal const string EspeakCure = "Install espeak-ng (Debian, Ubuntu: apt-get install espeak-ng; macOS: brew install espeak-ng).";

    internal string PathOf(MediaTool tool) => tool switch
    {
        MediaTool.Ffmpeg => Ffmpeg,
        MediaTool.Ffprobe => Ffprobe,
        MediaTool.EspeakNg => EspeakNg,
        _ => FcList,
    };

    private static string? Sibling(string? ffmpeg) =>
        Path.GetDirectoryName(ffmpeg) is { Length: > 0 } folder && File.Exists(Path.Combine(folder, "ffprobe"))
            ? Path.Combine(folder, "ffprobe")
            : null;

    private static string Find(string name, string? configured, string cure = Cure)
    {
        if (configured is { Length: > 0 })
        {
            return File.Exists(configured)
                ? Path.GetFullPath(configured)
                : throw new MissingToolException($"There is no {name} at the configured path '{configured}'", cure);
        }

        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                   .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
                   .FirstOrDefault(File.Exists)
               ?? throw new MissingToolException($"{name} was not found on PATH ({path})", cure);
    }
}
