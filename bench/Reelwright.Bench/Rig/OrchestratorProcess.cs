using System.Diagnostics;
using System.Net.Sockets;
using Reelwright.Bench.Load;
using Reelwright.Testing;

namespace Reelwright.Bench.Rig;

/// <summary>
/// The system under test: the published <c>reelwright serve --target orchestrator</c>. It ends with this process at the latest.
/// </summary>
internal sealed class OrchestratorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly byte[] Health = [.. "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8];

    private readonly string app;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly TextWriter log;
    private Process process = null!;

    private OrchestratorProcess(string app, IReadOnlyDictionary<string, string> environment, TextWriter log)
    {
        this.app = app;
        this.environment = environment;
        this.log = log;
    }

    public int Port { get; } = FreePort.Take();

    public int Id => process.Id;

    /// <summary>From the start of the process to the first healthy answer.</summary>
    public TimeSpan StartedIn { get; private set; }

    public static async Task<OrchestratorProcess> StartAsync(TestRig rig, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var orchestrator = new OrchestratorProcess(rig.Options.App, environment, rig.NodeLog);
        try
        {
            await orchestrator.StartAgainAsync(cancellationToken);
            return orchestrator;
        }
        catch
        {
            await orchestrator.DisposeAsync();
            throw;
        }
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        process?.Dispose();
        var started = TimeProvider.System.GetTimestamp();
        process = Process.Start(Describe())!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await IsHealthyAsync(cancellationToken))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(started) > Bound)
            {
                throw new BenchFailedException($"The orchestrator was not healthy within {Bound.TotalSeconds} s; its log says why.");
            }

            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }

        StartedIn = TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Bound);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo(app, ["serve", "--target", "orchestrator", "--until-input-closes"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["ORCHESTRATOR_LISTEN"] = $"http://127.0.0.1:{Port}";

        // They make the bench itself lean, and are not how users run the product.
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS");
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT");
        return start;
    }

    private async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await LoadConnection.OpenAsync(Port, cancellationToken);
            return await connection.AskAsync(Health, cancellationToken) == 200;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            log.WriteLine(line);
        }
    }
}
