using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Running;

/// <summary>The executable of this build, run as a person would, in a folder of its own.</summary>
internal sealed class CommandRun : IAsyncDisposable
{
    private const int Interrupted = 2;
    private const int Terminated = 15;

    /// <summary>Long, because the machine may be busy; no test waits for it unless something is wrong.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    // What the person at this machine may have set is not the test's business.
    private static readonly string[] Inherited =
        ["DATA_DIR", "REELWRIGHT_SERVER", "REELWRIGHT_COMMAND", "PROMPT_PARSER_URL", "IMAGE_GEN_URL", "VIDEO_GEN_URL", "COMPOSITION_URL", "MEDIA_URL", "DATABASE_URL", "RABBITMQ_URL"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Task[] readers;

    private CommandRun(Process process)
    {
        this.process = process;
        readers = [KeepAsync(process.StandardOutput, output), KeepAsync(process.StandardError, errors)];
    }

    public int Id => process.Id;

    public string Output => string.Join('\n', output);

    public string Errors => string.Join('\n', errors);

    public static CommandRun Start(string folder, IReadOnlyDictionary<string, string?>? environment, params IEnumerable<string> arguments)
    {
        // A shell starts what runs in its background with SIGINT ignored, and children inherit that: tests of Ctrl-C must not.
        string[] heeded = ["--default-signal=INT", Path.Combine(AppContext.BaseDirectory, "reelwright"), .. arguments];
        var start = new ProcessStartInfo("env", heeded)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        Array.ForEach(Inherited, name => start.Environment.Remove(name));
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return new CommandRun(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CommandResult> ToEndAsync(string folder, IReadOnlyDictionary<string, string?>? environment, params IEnumerable<string> arguments)
    {
        await using var run = Start(folder, environment, arguments);
        return await run.EndAsync();
    }

    public async Task<CommandResult> EndAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        await process.WaitForExitAsync(bound.Token);
        await Task.WhenAll(readers);
        return new CommandResult(process.ExitCode, Output, Errors);
    }

    /// <summary>Waits until the command has written this to stderr, or has ended.</summary>
    public async Task SaysAsync(string text)
    {
        await Eventually.Within(Bound, () => process.HasExited || Errors.Contains(text, StringComparison.Ordinal), CancellationToken.None);
        Errors.ShouldContain(text);
    }

    public void Interrupt() => Send(Interrupted);

    public void Terminate() => Send(Terminated);

    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await Task.WhenAll(readers);
        process.Dispose();
    }

    private static async Task KeepAsync(StreamReader reader, ConcurrentQueue<string> lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
        }
    }

    private void Send(int signal)
    {
        if (kill(Id, signal) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Signal {signal} to process {Id} failed.");
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int processId, int signal);
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
