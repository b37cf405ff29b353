using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Reelwright.Testing.Processes;

/// <summary>A process of its own whose output is kept: mostly a .NET program of this build.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly Task[] readers;

    private ChildProcess(Process process)
    {
        this.process = process;
        readers = [KeepAsync(process.StandardOutput), KeepAsync(process.StandardError)];
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public int Threads
    {
        get
        {
            process.Refresh();
            return process.Threads.Count;
        }
    }

    /// <summary>Files, sockets and all else that it holds open; of Linux alone.</summary>
    public int OpenHandles => Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length;

    /// <summary>Lines of both streams, in the order in which they came.</summary>
    public IReadOnlyCollection<string> Output => output;

    /// <param name="assembly">File name of the program, beside the test's own assembly.</param>
    public static ChildProcess Start(string assembly, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null) =>
        StartProgram(DotnetPath, ["exec", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments], environment ?? []);

    /// <summary>Any program, by its path.</summary>
    public static ChildProcess StartProgram(string path, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>A line of input.</summary>
    public async Task WriteLineAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>There will be no more input.</summary>
    public void EndInput() => process.StandardInput.Close();

    /// <summary>SIGKILL: no handler runs.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        Signals.Send(Id, Signals.Kill);
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGTERM, and a wait for the process to end by itself.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        Signals.Send(Id, Signals.Terminate);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>SIGSTOP: it stands still and notices nothing.</summary>
    public void Pause() => Signals.Send(Id, Signals.Stop);

    /// <summary>SIGCONT.</summary>
    public void Resume() => Signals.Send(Id, Signals.Continue);

    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await Task.WhenAll(readers);
        process.Dispose();
    }

    // The program that runs us may be a test host of its own; "dotnet" need not be on the path.
    private static string DotnetPath => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    private async Task KeepAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            output.Enqueue(line);
        }
    }
}
