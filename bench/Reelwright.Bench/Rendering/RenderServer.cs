using System.Diagnostics;
using Reelwright.Bench.Rig;
using Reelwright.Testing;

namespace Reelwright.Bench.Rendering;

/// <summary>
/// The whole product in one process: the published <c>reelwright serve</c> on free ports over an empty data folder. It ends with this
/// process at the latest.
/// </summary>
internal sealed class RenderServer : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Listeners =
        ["ORCHESTRATOR_LISTEN", "PROMPT_PARSER_LISTEN", "IMAGE_GEN_LISTEN", "VIDEO_GEN_LISTEN", "COMPOSITION_LISTEN"];

    private readonly Process process;
    private readonly StreamWriter log;

    private RenderServer(Process process, StreamWriter log, Uri url)
    {
        this.process = process;
        this.log = log;
        Client = new HttpClient { BaseAddress = url };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public int Id => process.Id;

    /// <param name="forOneAd">Started as <c>reelwright generate</c> starts it for one ad; else as it is started to stay.</param>
    public static async Task<RenderServer> StartAsync(RenderOptions options, string dataFolder, bool forOneAd, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(options.App, ["serve", "--until-input-closes"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var ports = FreePort.Take(Listeners.Length);
        foreach (var (listener, port) in Listeners.Zip(ports))
        {
            start.Environment[listener] = $"http://127.0.0.1:{port}";
        }

        start.Environment["DATA_DIR"] = dataFolder;

        // What this machine may have set is not measured, nor what makes the bench itself lean.
        foreach (var name in (string[])["PROMPT_PARSER_URL", "IMAGE_GEN_URL", "VIDEO_GEN_URL", "COMPOSITION_URL", "MEDIA_URL", "DATABASE_URL", "RABBITMQ_URL",
            "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"])
        {
            start.Environment.Remove(name);
        }

        if (forOneAd)
        {
            start.Environment["DOTNET_TieredCompilation"] = "0";
            start.Environment["DOTNET_gcConcurrent"] = "0";
        }

        var log = new StreamWriter(options.Log, append: true) { AutoFlush = true };
        var server = new RenderServer(Process.Start(start)!, log, new Uri($"http://127.0.0.1:{ports[0]}"));
        try
        {
            await server.WaitUntilReadyAsync(cancellationToken);
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
        Client.Dispose();
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Bound);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        await log.DisposeAsync();
    }

    // Ready, not only healthy: the search for ffmpeg and fonts is not part of any film.
    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(cancellationToken))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(started) > Bound)
            {
                throw new BenchFailedException($"The server was not ready within {Bound.TotalSeconds} s; its log says why.");
            }

            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (log)
            {
                log.WriteLine(line);
            }
        }
    }
}
