using System.ComponentModel;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// Runs ffmpeg and ffprobe. Steps of a run: 1 start, 2 feed stdin while both outputs are drained, 3 wait, 4 judge.
/// A cancelled run throws <see cref="OperationCanceledException"/> after the process is gone.
/// </summary>
public sealed partial class FfmpegProcess(FfmpegTools tools, TimeProvider time, ILogger<FfmpegProcess> logger)
{
    private const int TryAgain = 11;
    private const int NoMemory = 12;

    public FfmpegTools Tools => tools;

    /// <exception cref="MissingToolException">ffmpeg is not installed.</exception>
    /// <exception cref="FfmpegFailedException">It failed, wrote too much or ran too long.</exception>
    public async Task<FfmpegOutput> RunAsync(FfmpegCommand command, CancellationToken cancellationToken)
    {
        // 1 start
        var began = time.GetTimestamp();
        using var limit = new CancellationTokenSource(command.TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        await using var process = Start(command);
        try
        {
            // 2 feed and drain
            var reading = ReadAsync(process.Output, command, stop.Token);
            var broken = await FeedAsync(process, command, stop).ConfigureAwait(false);
            var output = await reading.ConfigureAwait(false);

            // 3 wait
            var exitCode = await process.WaitAsync(stop.Token).ConfigureAwait(false);

            // 4 judge
            var seconds = time.GetElapsedTime(began).TotalSeconds;
            Log.Ran(logger, command.Purpose, exitCode, seconds);
            if (exitCode == 0)
            {
                broken?.Throw();
            }

            return exitCode == 0 && !FfmpegFailedException.TellsOfFullDisk(process.Messages)
                ? new FfmpegOutput(output, process.Messages)
                : throw new FfmpegFailedException(command, exitCode, LastOf(process.Messages));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FfmpegFailedException(
                $"ffmpeg took longer than {command.TimeLimit.TotalSeconds:0} s to {command.Purpose} and was stopped. "
                + "Raise Reelwright__Media__EncodeLimitSeconds if the machine is slow.")
            {
                IsTemporary = true,
            };
        }
    }

    /// <summary>Starts a process whose stdout the caller reads itself.</summary>
    internal RunningProcess Start(FfmpegCommand command)
    {
        var executable = tools.PathOf(command.Tool);
        try
        {
            return new RunningProcess(executable, command, time);
        }
        catch (Win32Exception error) when (error.NativeErrorCode is TryAgain or NoMemory)
        {
            throw new FfmpegFailedException($"'{executable}' could not be started to {command.Purpose}: {error.Message}.", error) { IsTemporary = true };
        }
        catch (Win32Exception error)
        {
            throw new MissingToolException($"'{executable}' could not be started: {error.Message}", FfmpegTools.Cure);
        }
    }

    // A broken pipe usually means that ffmpeg has failed. Its exit code and messages say more than the broken pipe.
    private static async Task<ExceptionDispatchInfo?> FeedAsync(RunningProcess process, FfmpegCommand command, CancellationTokenSource stop)
    {
        ExceptionDispatchInfo? broken = null;
        try
        {
            await (command.Feed?.Invoke(process.Input, stop.Token) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (IOException error) when (!stop.IsCancellationRequested)
        {
            broken = ExceptionDispatchInfo.Capture(error);
        }

        process.CloseInput();
        return broken;
    }

    private static async Task<byte[]> ReadAsync(Stream stdout, FfmpegCommand command, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await stdout.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            if (kept.Length + read > command.OutputLimit)
            {
                throw new FfmpegFailedException(
                    $"ffmpeg wrote more than {command.OutputLimit} bytes to {command.Purpose} and was stopped: the file is not what it seems.");
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static IReadOnlyList<string> LastOf(IReadOnlyList<string> lines) => [.. lines.TakeLast(6)];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "ffmpeg: {Purpose}, exit code {ExitCode} after {Seconds:0.00} s")]
        public static partial void Ran(ILogger logger, string purpose, int exitCode, double seconds);
    }
}
