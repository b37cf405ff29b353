using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Services.Input;
using Reelwright.Services.Providers;
using Reelwright.Services.Work;

namespace Reelwright.Services.Tests.Running;

/// <summary>A real service on a free port whose provider the test scripts.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public const string Body = """{"prompt":"a watch","aspect_ratio":"1:1"}""";

    private readonly WebApplication app;

    private TestService(WebApplication app, ScriptedProvider provider)
    {
        this.app = app;
        Provider = provider;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public ScriptedProvider Provider { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestService> StartAsync(
        string data, ScriptedProvider? provider = null, Dictionary<string, string?>? settings = null, TimeProvider? time = null)
    {
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["DATA_DIR"] = data,
            ["Reelwright:Test:Listen"] = "http://127.0.0.1:0",
        };
        var scripted = provider ?? new ScriptedProvider();
        var builder = ServiceHost.CreateBuilder(Profile, all);
        builder.Logging.ClearProviders();
        builder.Services.AddServiceCall<ImageRequest, ImageResult, ScriptedProvider>(
            new WorkContract<ImageRequest, ImageResult>(WireJson.Wire.ImageRequest, WireJson.Wire.EnvelopeImageResult, Check));
        builder.Services.AddSingleton<IProvider<ImageRequest, ImageResult>>(scripted);
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        var app = builder.Build().MapService();
        await app.StartAsync(Stop);
        return new TestService(app, scripted);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> PostAsync(string? key, string body = Body, string? job = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/make") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (job is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Job-Id", job);
        }

        return Client.SendAsync(request, Stop);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path, Stop);
        return await ReadAsync(response);
    }

    /// <summary>Polls until the operation has ended.</summary>
    public async Task<JsonElement> EndOfAsync(string path)
    {
        while (true)
        {
            var view = await GetAsync(path);
            if (view.GetProperty("operation").GetProperty("status").GetString() != "running")
            {
                return view;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }
    }

    public Task StopAsync() => app.StopAsync(Stop);

    /// <summary>Without stopping first: as after a crash, nothing is written about what was running.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static ServiceProfile Profile { get; } = new()
    {
        Host = new HostIdentity
        {
            Service = "test-service",
            Section = "Test",
            DefaultPort = 8999,
            MaxBodyBytes = ServiceProfile.MaxBodyBytes,
            IsMicroservice = true,
        },
        Stage = "image_generation",
        Route = "/make",
        DefaultConcurrency = 8,
    };

    private static void Check(InputReader body)
    {
        body.Text("prompt", new TextRule(1, 100), required: true);
        body.AspectRatio();
        body.VisualDirection();
        body.Url("reference");
    }
}
