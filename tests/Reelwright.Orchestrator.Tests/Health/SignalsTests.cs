using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using Reelwright.Testing;
using Reelwright.Testing.Brokers;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Health;

/// <summary>The whole orchestrator with a broker and without, as <c>/health</c> shows it.</summary>
public sealed class SignalsTests : IDisposable
{
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reelwright-signals-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_a_broker_signals_stay_in_the_process()
    {
        await using var app = await StartAsync(url: null);

        (await HealthAsync(app)).ShouldBe("in_process");
    }

    [Fact]
    public async Task A_broker_that_is_away_is_told_of_and_keeps_nobody_from_work()
    {
        await using var app = await StartAsync($"amqp://ada:lovelace@127.0.0.1:{FreePort.Take()}");
        using var client = Client(app);

        (await HealthAsync(app)).ShouldBe("disconnected");
        (await client.GetAsync("/health/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldWorkOnAJobAsync(client);
    }

    [Fact]
    public async Task With_a_broker_signals_go_through_it()
    {
        await using var broker = await RabbitBroker.StartAsync(Cancel);
        await using var app = await StartAsync(broker.Url);
        using var client = Client(app);

        await Eventually.Within(Bound, async () => await HealthAsync(app) == "connected", Cancel);
        await ShouldWorkOnAJobAsync(client);
    }

    [Fact]
    public async Task A_URL_with_a_slip_stops_the_start_and_is_not_quoted()
    {
        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync("amqp://ada:love#lace@host"));

        refusal.Message.ShouldContain("RABBITMQ_URL is not the URL of a RabbitMQ broker");
        refusal.Message.ShouldNotContain("love");
    }

    private static HttpClient Client(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static async Task<string?> HealthAsync(WebApplication app)
    {
        using var client = Client(app);
        return (await client.GetFromJsonAsync<JsonElement>("/health", Cancel)).GetProperty("signals").GetString();
    }

    private static async Task ShouldWorkOnAJobAsync(HttpClient client)
    {
        var created = await client.PostAsync("/api/v1/generate-ad", new StringContent(Body, Encoding.UTF8, "application/json"), Cancel);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Eventually.Within(
            Bound, async () => (await client.GetFromJsonAsync<JsonElement>(created.Headers.Location, Cancel)).GetProperty("status").GetString() != "queued", Cancel);
    }

    private async Task<WebApplication> StartAsync(string? url)
    {
        var app = OrchestratorHost.Create(new Dictionary<string, string?>
        {
            ["Reelwright:Orchestrator:Listen"] = "http://127.0.0.1:0",
            ["Reelwright:Data:Folder"] = folder.FullName,
            ["Reelwright:Log:Level"] = "None",
            ["Reelwright:Services:PromptParser:Url"] = $"http://127.0.0.1:{FreePort.Take()}",
            ["RABBITMQ_URL"] = url,
        });
        try
        {
            await app.StartAsync(Cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
