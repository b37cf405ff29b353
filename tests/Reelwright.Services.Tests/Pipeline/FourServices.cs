using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Reelwright.Composition;
using Reelwright.ImageGeneration;
using Reelwright.PromptParser;
using Reelwright.Services.Tests.Running;
using Reelwright.VideoGeneration;

namespace Reelwright.Services.Tests.Pipeline;

/// <summary>The four services as they are shipped, on free ports, with one folder of data. The video service serves the media.</summary>
public sealed class FourServices : IAsyncLifetime
{
    private readonly TemporaryFolder own = new();
    private readonly List<WebApplication> apps = [];
    private readonly int[] ports = FreePorts(4);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Where the data are; a folder of their own unless the test gives another.</summary>
    public string? Data { get; init; }

    /// <summary>The ffmpeg that the services use; the machine's own unless the test gives another.</summary>
    public string? Ffmpeg { get; init; }

    /// <summary>Where the media store is on this machine.</summary>
    public string MediaFolder => Path.Combine(Data ?? own.Path, "media");

    /// <summary>An address inside that the services may fetch from, where a test puts somebody else's clips.</summary>
    public int ForeignPort { get; } = FreePorts(1)[0];

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>
        {
            ["DATA_DIR"] = Data ?? own.Path,
            ["MEDIA_URL"] = $"http://127.0.0.1:{ports[2]}/media",
            ["PROMPT_PARSER_LISTEN"] = $"http://127.0.0.1:{ports[0]}",
            ["IMAGE_GEN_LISTEN"] = $"http://127.0.0.1:{ports[1]}",
            ["VIDEO_GEN_LISTEN"] = $"http://127.0.0.1:{ports[2]}",
            ["VIDEO_GEN_URL"] = $"http://127.0.0.1:{ports[2]}",
            ["COMPOSITION_LISTEN"] = $"http://127.0.0.1:{ports[3]}",
            ["LOG_LEVEL"] = nameof(LogLevel.None),
            ["Reelwright:Pricing:Simulate"] = "true",
            ["Reelwright:Media:FfmpegPath"] = Ffmpeg,
            ["Reelwright:Outbound:AllowedInside:0"] = $"http://127.0.0.1:{ForeignPort}",
        };
        apps.AddRange([PromptParserHost.Create(settings), ImageGenerationHost.Create(settings), VideoGenerationHost.Create(settings), CompositionHost.Create(settings)]);
        foreach (var app in apps)
        {
            await app.StartAsync(Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var app in apps)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        own.Dispose();
    }

    public Task<JsonElement> ParseAsync(string body) => CallAsync(0, "/parse", body);

    public Task<JsonElement> ImageAsync(string body) => CallAsync(1, "/generate-image", body);

    public Task<JsonElement> VideoAsync(string body) => CallAsync(2, "/generate-video", body);

    public Task<JsonElement> ComposeAsync(string body) => CallAsync(3, "/compose", body);

    public Task<string> GetAsync(int service, string path) => Client.GetStringAsync($"http://127.0.0.1:{ports[service]}{path}", Stop);

    private async Task<JsonElement> CallAsync(int service, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{ports[service]}{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Job-Id", "job-1");
        using var response = await Client.SendAsync(request, Stop);
        var answer = await TestService.ReadAsync(response);
        while (response.StatusCode == HttpStatusCode.Accepted && answer.GetProperty("operation").GetProperty("status").GetString() == "running")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stop);
            answer = JsonDocument.Parse(await GetAsync(service, response.Headers.Location!.ToString())).RootElement;
        }

        return answer;
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
