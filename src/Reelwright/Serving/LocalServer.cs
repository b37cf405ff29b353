using System.Diagnostics;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>
/// A server that this command started: <c>reelwright serve</c> as a child process on the same data folder. It stops when its standard
/// input is closed, which it is in whatever way this process ends, and no other command uses it (<see cref="FolderLock.Users"/>).
/// </summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const string LogName = "server.log";
    private const int LastLines = 12;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(125);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// It does not live long enough to profit from optimised recompilation, and its small heap needs no background collection.
    /// One person's commands need no rate limit.
    /// </summary>
    private static readonly (string Name, string Value)[] ForOnePerson =
        [("DOTNET_TieredCompilation", "0"), ("DOTNET_gcConcurrent", "0"), ("Reelwright__RateLimit__Enabled", "false")];

    private readonly Process process;
    private readonly string dataFolder;
    private readonly IDisposable users;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource died = new();

    private LocalServer(Process process, string dataFolder, IDisposable users, TimeProvider time)
    {
        this.process = process;
        this.dataFolder = dataFolder;
        this.users = users;
        this.time = time;
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>Jobs that were not finished when it started, and with which it goes on.</summary>
    public IReadOnlyList<UnfinishedJob> Resumed { get; private set; } = [];

    /// <summary>Cancelled when the server ends before it was asked to.</summary>
    public CancellationToken Died => died.Token;

    /// <summary>The last lines of the server's log, and where the rest is.</summary>
    public string LastWords => $"{string.Join('\n', File.ReadLines(LogPath).TakeLast(LastLines))}\nThe server's whole log: {LogPath}";

    private string LogPath => Path.Combine(dataFolder, LogName);

    /// <param name="users">This command's share of <see cref="FolderLock.Users"/>, which the server releases when it is disposed.</param>
    /// <exception cref="CommandException">It does not come up; the message ends with its last words.</exception>
    public static async Task<LocalServer> StartAsync(string dataFolder, IDisposable users, TimeProvider time, CancellationToken cancellationToken)
    {
        var process = new Process { StartInfo = Command(dataFolder), EnableRaisingEvents = true };
        var server = new LocalServer(process, dataFolder, users, time);
        process.Exited += (_, _) => server.died.Cancel();
        process.Start();
        try
        {
            await server.BecomeReadyAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the server has stopped, or at once when other commands use it.</summary>
    public async ValueTask DisposeAsync()
    {
        users.Dispose();
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopsWithin, time);
        var ended = process.WaitForExitAsync(patience.Token);
        while (!ended.IsCompleted && !await IsUsedByOthersAsync())
        {
            await Task.WhenAny(ended, Task.Delay(LookAgain, time, CancellationToken.None));
        }

        if (!ended.IsCompleted)
        {
            Screen.Remark($"Another command uses the server at {Url}: it goes on until that one is done.");
        }
        else if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    /// <summary>
    /// A server that stops removes its entry in the folder right after it has taken the lock: only a lock without that means another
    /// command.
    /// </summary>
    private async Task<bool> IsUsedByOthersAsync()
    {
        if (!IsInUse())
        {
            return false;
        }

        await Task.Delay(LookAgain * 4, time, CancellationToken.None);
        return IsInUse();

        bool IsInUse() => !FolderLock.IsFree(dataFolder, FolderLock.Users) && RunningServer.Read(dataFolder)?.ProcessId == process.Id && !process.HasExited;
    }

    private static ProcessStartInfo Command(string dataFolder)
    {
        // The shell sends the output to a file, because pipes would end with this process, and becomes the server.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1", Path.Combine(dataFolder, LogName)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LOG_FORMAT"] = "text" },
        };
        foreach (var (name, value) in ForOnePerson)
        {
            start.Environment.TryAdd(name, value);
        }

        // Free ports, because the usual ones are for a server that stays; other commands find this one through the data folder.
        foreach (var argument in (string[])[.. ProgramName.Executable, "serve", "--data", dataFolder, "--port", "0", ServeCommand.UntilUnusedOption])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private async Task BecomeReadyAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!Died.IsCancellationRequested && time.GetElapsedTime(started) < StartsWithin)
        {
            if (RunningServer.Read(dataFolder) is { } running && running.ProcessId == process.Id)
            {
                (Url, Resumed) = (new Uri(running.Url), running.Resumed ?? []);
                if (await ServerFinder.AnswersAsync(Url, cancellationToken))
                {
                    return;
                }
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }

        throw new CommandException(ExitCodes.Unreachable, $"The server could not be started.\n{LastWords}");
    }
}
