namespace Reelwright.Media.Ffmpeg;

/// <summary>An ffmpeg process failed. The message holds the purpose, the exit code and the last lines of stderr.</summary>
public sealed class FfmpegFailedException : Exception
{
    private const string DiskFull = "No space left on device";

    /// <summary>The exit code of an ffmpeg that handled a signal to stop.</summary>
    private const int Interrupted = 255;
    private const int SignalBase = 128;

    /// <summary>
    /// SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGALRM, SIGTERM and SIGXCPU. A crash of the decoder, such as SIGSEGV, is blamed on the file.
    /// </summary>
    private static readonly int[] _stopSignals = [1, 2, 3, 9, 14, 15, 24];
    private static readonly string[] _shortages = ["Cannot allocate memory", "Resource temporarily unavailable", "Too many open files"];

    internal FfmpegFailedException(FfmpegCommand command, int exitCode, IReadOnlyList<string> lastLines)
        : base($"ffmpeg failed to {command.Purpose} (exit code {exitCode}). It said: {Said(lastLines)} "
               + $"Tried: {command.Tool.ToString().ToLowerInvariant()} {string.Join(' ', command.Arguments.Select(Quote))}")
    {
        ExitCode = exitCode;
        LastLines = lastLines;
        IsTemporary = WasStopped(exitCode) || lastLines.Any(IsShortage);
    }

    internal FfmpegFailedException(string message, Exception? cause = null)
        : base(message, cause)
    {
        LastLines = [];
    }

    public int? ExitCode { get; }

    /// <summary>
    /// Whether the machine is the cause and not the input: the process was stopped by a signal, took too long, or lacked memory.
    /// The same run may succeed later.
    /// </summary>
    public bool IsTemporary { get; internal init; }

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

    private static bool WasStopped(int exitCode) => exitCode == Interrupted || _stopSignals.Contains(exitCode - SignalBase);

    private static bool IsShortage(string line) => _shortages.Any(shortage => line.Contains(shortage, StringComparison.Ordinal));

    private static string Said(IReadOnlyList<string> lines) => lines.Count == 0 ? "nothing." : string.Join(" | ", lines);

    private static string Quote(string argument) => argument.Any(char.IsWhiteSpace) ? $"'{argument}'" : argument;
}
