using Reelwright.Testing.Api;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.Testing.Processes;

/// <summary>
/// The real executable as a process of its own: <c>reelwright serve --target orchestrator</c> unless said otherwise. It can be killed and
/// started again on the same port and data folder.
/// </summary>
public sealed class ReelwrightProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(30);
    private static readonly string[] Listeners =
        ["ORCHESTRATOR_LISTEN", "PROMPT_PARSER_LISTEN", "IMAGE_GEN_LISTEN", "VIDEO_GEN_LISTEN", "COMPOSITION_LISTEN"];

    private readonly IReadOnlyList<string> arguments;
    private readonly Dictionary<string, string?> environment;
    private readonly string? ownFolder;
    private ChildProcess process = null!;

    private ReelwrightProcess(int port, string dataFolder, string? ownFolder, IReadOnlyList<string> arguments, Dictionary<string, string?> environment)
    {
        Url = new Uri($"http://127.0.0.1:{port}");
        DataFolder = dataFolder;
        this.ownFolder = ownFolder;
        this.arguments = arguments;
        this.environment = environment;
        Api = new AdApi(Url);
    }

    public Uri Url { get; }

    public AdApi Api { get; }

    public string DataFolder { get; }

    public int Id => process.Id;

    private static readonly Dictionary<string, string?> CacheOff = new() { ["Reelwright__Engine__CacheLifetime"] = "00:00:00" };

    public bool HasExited => process.HasExited;

    /// <summary>128 and the signal when one ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Memory of this machine that it holds now.</summary>
    public long ResidentBytes => process.ResidentBytes;

    public int Threads => process.Threads;

    /// <summary>Files, sockets and all else that it holds open; of Linux alone.</summary>
    public int OpenHandles => process.OpenHandles;

    /// <summary>What the present process wrote.</summary>
    public IReadOnlyCollection<string> Logs => process.Output;

    /// <summary>
    /// An orchestrator that uses these services; ready when <c>/health</c> says so. Its cache is off, so that the services' book shows
    /// every job's calls.
    /// </summary>
    /// <param name="environment">Wins over all else; a null value removes a variable.</param>
    public static Task<ReelwrightProcess> StartOrchestratorAsync(
        FakeServices services, CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? environment = null, string? dataFolder = null) =>
        StartAsync(["serve", "--target", "orchestrator"], cancellationToken, Merge(Merge(services.Environment, CacheOff), environment), dataFolder);

    /// <summary>Any <c>serve</c> command. It ends with this process at the latest.</summary>
    /// <param name="port">Where it listens, when others must know that beforehand.</param>
    /// <param name="listener">The variable that says where the host listens whose health is waited for: the orchestrator's, or that of a
    /// service that runs alone.</param>
    public static async Task<ReelwrightProcess> StartAsync(
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? dataFolder = null,
        string listener = "ORCHESTRATOR_LISTEN",
        int? port = null)
    {
        var own = dataFolder is null ? Directory.CreateTempSubdirectory("reelwright-data-").FullName : null;
        var folder = dataFolder ?? own!;
        var ports = FreePort.Take(Listeners.Length);
        var listening = Array.IndexOf(Listeners, listener);
        ports[listening] = port ?? ports[listening];
        var ours = Listeners.Zip(ports).ToDictionary(listener => listener.First, string? (listener) => $"http://127.0.0.1:{listener.Second}");
        ours["DATA_DIR"] = folder;
        var reelwright = new ReelwrightProcess(ports[listening], folder, own, [.. arguments, "--until-input-closes"], Merge(ours, environment));
        try
        {
            await reelwright.StartAgainAsync(cancellationToken);
            return reelwright;
        }
        catch
        {
            await reelwright.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it on the same port and data; with other variables, if given, from now on.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? changes = null)
    {
        await BeginAsync(changes);
        await WaitUntilHealthyAsync(cancellationToken);
    }

    /// <summary>Starts it without waiting for its health: for one that shall crash on the way.</summary>
    public async Task BeginAsync(IReadOnlyDictionary<string, string?>? changes)
    {
        foreach (var (name, value) in changes ?? new Dictionary<string, string?>())
        {
            environment[name] = value;
        }

        if (process is not null)
        {
            await process.DisposeAsync();
        }

        process = ChildProcess.Start("reelwright.dll", arguments, environment);
    }

    public async Task WaitUntilHealthyAsync(CancellationToken cancellationToken)
    {
        await Eventually.Within(StartBound, async () => process.HasExited || await Api.IsHealthyAsync(cancellationToken), cancellationToken);
        if (process.HasExited)
        {
            throw new InvalidOperationException($"reelwright ended with {process.ExitCode}:\n{string.Join('\n', process.Output)}");
        }
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync(CancellationToken cancellationToken) => process.KillAsync(cancellationToken);

    /// <summary>SIGTERM; returns the exit code.</summary>
    public Task<int> TerminateAsync(CancellationToken cancellationToken) => process.TerminateAsync(cancellationToken);

    /// <summary>Waits until it ends by itself, such as at a crash point.</summary>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>SIGSTOP.</summary>
    public void Pause() => process.Pause();

    /// <summary>SIGCONT.</summary>
    public void Resume() => process.Resume();

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        if (ownFolder is not null)
        {
            Directory.Delete(ownFolder, recursive: true);
        }
    }

    private static Dictionary<string, string?> Merge(IReadOnlyDictionary<string, string?> first, IReadOnlyDictionary<string, string?>? second)
    {
        var merged = new Dictionary<string, string?>(first);
        foreach (var (name, value) in second ?? new Dictionary<string, string?>())
        {
            merged[name] = value;
        }

        return merged;
    }
}
