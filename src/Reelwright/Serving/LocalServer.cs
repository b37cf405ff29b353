using System.Diagnostics;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>
/// A server that this command started for itself: <c>reelwright serve</c> as a child process on the same data folder. It lives as long as its
/// standard input is open, so it stops cleanly when it is disposed, and also when this process dies in whatever way.
/// </summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(125);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// It ends before methods that were compiled once more, and better, would have paid for that; and nobody waits for the pauses of a collector that
    /// holds less memory.
    /// </summary>
    private static readonly (string Name, string Value)[] ForOneAd = [("DOTNET_TieredCompilation", "0"), ("DOTNET_gcConcurrent", "0")];

    private readonly Process process;
    private readonly ServerLog log;
    private readonly CancellationTokenSource died = new();

    private LocalServer(Process process, ServerLog log)
    {
        this.process = process;
        this.log = log;
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>Cancelled when the server ends before it was asked to.</summary>
    public CancellationToken Died => died.Token;

    /// <summary>What the server said last, and where the rest is.</summary>
    public string LastWords => $"{log.LastLines}\nThe server's whole log: {log.Path}";

    /// <exception cref="CommandException">It does not come up; the message has its last words.</exception>
    public static async Task<LocalServer> StartAsync(string dataFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        var log = new ServerLog(Path.Combine(dataFolder, "server.log"));
        var process = new Process { StartInfo = Command(dataFolder), EnableRaisingEvents = true };
        var server = new LocalServer(process, log);
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.Exited += (_, _) => server.died.Cancel();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await server.BecomeReadyAsync(dataFolder, time, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopsWithin);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        log.Dispose();
        died.Dispose();
    }

    private static ProcessStartInfo Command(string dataFolder)
    {
        var self = Environment.ProcessPath!;
        var start = new ProcessStartInfo(self)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LOG_FORMAT"] = "text" },
        };

        foreach (var (name, value) in ForOneAd)
        {
            start.Environment.TryAdd(name, value);
        }
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "reelwright.dll"));
        }

        // Free ports, because the usual ones are for a server that stays; other commands find this one through the data folder.
        foreach (var argument in (string[])["serve", "--data", dataFolder, "--port", "0", ServeCommand.UntilInputClosesOption])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private async Task BecomeReadyAsync(string dataFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!Died.IsCancellationRequested && time.GetElapsedTime(started) < StartsWithin)
        {
            if (RunningServer.Read(dataFolder) is { } running && running.ProcessId == process.Id)
            {
                Url = new Uri(running.Url);
                if (await ServerFinder.AnswersAsync(Url, cancellationToken))
                {
                    return;
                }
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }

        if (process.HasExited)
        {
            // Waits for the last lines of its output as well.
            await process.WaitForExitAsync(cancellationToken);
        }

        throw new CommandException(ExitCodes.Unreachable, $"The server could not be started.\n{LastWords}");
    }
}
