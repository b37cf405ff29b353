using System.Diagnostics;

namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// A running process whose stderr is always drained. Disposing it ends it within a bound: an interrupt lets ffmpeg close its files,
/// then the process tree is killed.
/// </summary>
internal sealed class RunningProcess : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(700);
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly StderrTail _tail = new(400);
    private readonly Task _draining;

    public RunningProcess(string executable, FfmpegCommand command, TimeProvider time)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = command.WorkFolder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Colours in messages would end up in errors and logs.
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";

        // One heap for all threads (glibc): they allocate seldom, so contention is low, and per-thread heaps keep freed memory.
        start.Environment.TryAdd("MALLOC_ARENA_MAX", "1");
        _time = time;
        _process = Process.Start(start) ?? throw new FfmpegFailedException($"{executable} did not start.");
        PipeSize.Raise(Input);
        PipeSize.Raise(Output);
        _draining = _tail.DrainAsync(_process.StandardError);
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public IReadOnlyList<string> Messages => _tail.Lines;

    public int Id => _process.Id;

    /// <summary>Waits for the end, with all of stderr read.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        await _draining.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _process.ExitCode;
    }

    public void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process has exited already; its exit code holds the reason.
        }
    }

    /// <summary>Kills it at once; for a process that writes only to its pipe.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>
    /// Blocks until the process has ended and all of stderr is read; for a caller on a thread of its own. Null when the time is over.
    /// </summary>
    public int? WaitForExitCode(TimeSpan limit) =>
        _process.WaitForExit(limit) && _tail.WaitForEnd(limit) ? _process.ExitCode : null;

    public void Dispose() => _process.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signals.AskToStop(_process.Id);
            if (!await ExitsWithinAsync(_patience).ConfigureAwait(false))
            {
                Kill();
                await ExitsWithinAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(false);
            }
        }

        CloseInput();
        _process.Dispose();
    }

    private async Task<bool> ExitsWithinAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, _time);
        try
        {
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
