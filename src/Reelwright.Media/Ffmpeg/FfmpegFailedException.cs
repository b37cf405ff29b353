namespace Reelwright.Media.Ffmpeg;

/// <summary>An ffmpeg process failed. The message holds the purpose, the exit code and the last lines of stderr.</summary>
public sealed class FfmpegFailedException : Exception
{
    private const string DiskFull = "No space left on device";

    internal FfmpegFailedException(FfmpegCommand command, int exitCode, IReadOnlyList<string> lastLines)
        : base($"ffmpeg failed to {command.Purpose} (exit code {exitCode}). It said: {Said(lastLines)} "
               + $"Tried: {command.Tool.ToString().ToLowerInvariant()} {string.Join(' ', command.Arguments.Select(Quote))}")
    {
        ExitCode = exitCode;
        LastLines = lastLines;
    }

    internal FfmpegFailedException(string message, Exception? cause = null)
        : base(message, cause)
    {
        LastLines = [];
    }

    public int? ExitCode { get; }

    /// <summary>Whether a disk is full, so that the input is not the cause.</summary>
    public bool RanOutOfSpace => TellsOfFullDisk(LastLines);

    /// <summary>The end of what ffmpeg wrote to stderr.</summary>
    public IReadOnlyList<string> LastLines { get; }

    /// <summary>
    /// An ffmpeg that could not write a file's last bytes also writes this line, and then exits with code 0. Indented lines are metadata of
    /// a file, such as its title, and do not count.
    /// </summary>
    internal static bool TellsOfFullDisk(IEnumerable<string> lines) =>
        lines.Any(line => line.TrimEnd().EndsWith(DiskFull, StringComparison.Ordinal) && !line.StartsWith(' '));

    private static string Said(IReadOnlyList<string> lines) => lines.Count == 0 ? "nothing." : string.Join(" | ", lines);

    private static string Quote(string argument) => argument.Any(char.IsWhiteSpace) ? $"'{argument}'" : argument;
}
