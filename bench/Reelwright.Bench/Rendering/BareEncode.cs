using System.Diagnostics;
using Reelwright.Bench.Measuring;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Rendering;

/// <summary>
/// Processor time of encoding a film's own frames and nothing else: decoded and encoded in one run, less a run that only decodes.
/// </summary>
internal static class BareEncode
{
    private static readonly string[] Encoder =
        ["-c:v", "libx264", "-preset", "superfast", "-crf", "20", "-g", "60", "-x264-params", "mbtree=1:rc-lookahead=10:aq-mode=3", "-pix_fmt", "yuv420p"];

    public static async Task<TimeSpan> MeasureAsync(string film, CancellationToken cancellationToken)
    {
        var decoding = await RunAsync(film, [], cancellationToken);
        return await RunAsync(film, Encoder, cancellationToken) - decoding;
    }

    private static async Task<TimeSpan> RunAsync(string film, IReadOnlyList<string> encoder, CancellationToken cancellationToken)
    {
        var before = ProcessTree.Reaped(Environment.ProcessId);
        using var process = Process.Start(new ProcessStartInfo(
            "ffmpeg", ["-hide_banner", "-nostdin", "-loglevel", "error", "-i", film, "-map", "0:v:0", .. encoder, "-f", "null", "-"]))!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return process.ExitCode == 0
            ? ProcessTree.Reaped(Environment.ProcessId) - before
            : throw new BenchFailedException($"ffmpeg ended with {process.ExitCode} on the finished film.");
    }
}
