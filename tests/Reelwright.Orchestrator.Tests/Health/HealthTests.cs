using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Health;

namespace Reelwright.Orchestrator.Tests.Health;

public sealed class HealthTests
{
    private const string Ads = "/api/v1/generate-ad";
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    [Fact]
    public async Task A_healthy_orchestrator_says_so_and_how_its_services_are()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Traits[ServiceNames.Composition] = PricedGateway.Free with { Known = false };

        var response = await api.Client.GetAsync("/health");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await response.Content.ReadAsStringAsync();
        var timestamp = JsonDocument.Parse(text).RootElement.GetProperty("timestamp").GetString();
        text.ShouldBe(
            $$$"""{"status":"healthy","service":"ai-video-orchestrator","version":"1.0.0","database":"connected","timestamp":"{{{timestamp}}}","""
            + "\"services\":{\"prompt-parser\":\"available\",\"image-generation\":\"available\",\"video-generation\":\"available\",\"composition\":\"unavailable\"},"
            + "\"signals\":\"in_process\"}");
    }

    [Fact]
    public async Task Services_that_hang_do_not_hang_the_answer()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Hang = new TaskCompletionSource().Task;

        var health = await api.GetJsonAsync("/health");

        health.GetProperty("status").GetString().ShouldBe("healthy");
        health.GetProperty("services").EnumerateObject().Select(service => service.Value.GetString()).Distinct().ShouldBe(["not_checked"]);
    }

    [Theory]
    [InlineData(BrokenStore.Fault.Throws)]
    [InlineData(BrokenStore.Fault.Hangs)]
    [InlineData(BrokenStore.Fault.Blocks)]
    public async Task A_database_that_is_down_or_hangs_makes_it_unhealthy_within_two_seconds(BrokenStore.Fault fault)
    {
        using var broken = new BrokenStore(fault);
        await using var api = await ApiHost.StartAsync(services: services => services.AddSingleton<IJobStore>(broken));
        await api.Client.GetAsync("/health/live");
        var started = TimeProvider.System.GetTimestamp();

        var response = await api.Client.GetAsync("/health");

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"status":"unhealthy","service":"ai-video-orchestrator","database":"disconnected","error":"Failed to connect to database"}""");
    }

    [Fact]
    public async Task While_the_database_is_down_the_API_refuses_and_says_when_to_come_back()
    {
        using var broken = new BrokenStore(BrokenStore.Fault.Throws);
        await using var api = await ApiHost.StartAsync(services: services => services.AddSingleton<IJobStore>(broken));

        var response = await api.PostJsonAsync(Ads, Body);

        await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await api.Client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Readiness_names_each_check_and_what_cures_it()
    {
        await using var api = await ApiHost.StartAsync(services: services => services
            .AddSingleton(new ReadinessCheck("media_tools", _ => Task.FromResult<ReadinessFault?>(new("ffmpeg has no filter xfade.", "Install ffmpeg 5 or newer."))))
            .AddSingleton(new ReadinessCheck("fonts", _ => Task.FromResult<ReadinessFault?>(null)))
            .AddSingleton(new ReadinessCheck("odd", _ => throw new InvalidOperationException("secret"))));

        var response = await api.Client.GetAsync("/health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """{"status":"not_ready","checks":[{"name":"database","status":"ok","problem":null,"cure":null},"""
            + """{"name":"disk","status":"ok","problem":null,"cure":null},"""
            + """{"name":"media_tools","status":"failing","problem":"ffmpeg has no filter xfade.","cure":"Install ffmpeg 5 or newer."},"""
            + """{"name":"fonts","status":"ok","problem":null,"cure":null},"""
            + """{"name":"odd","status":"failing","problem":"The check itself failed.","cure":"The log has the reason."}]}""");
    }

    [Fact]
    public async Task It_is_ready_when_all_is_well()
    {
        await using var api = await ApiHost.StartAsync();

        var ready = await (await api.Client.GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>();

        ready.GetProperty("status").GetString().ShouldBe("ready");
        ready.GetProperty("checks")[0].GetProperty("name").GetString().ShouldBe("database");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_named_by_readiness_with_its_cure()
    {
        using var broken = new BrokenStore(BrokenStore.Fault.Throws);
        await using var api = await ApiHost.StartAsync(services: services => services.AddSingleton<IJobStore>(broken));

        var ready = await (await api.Client.GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>();

        ready.GetProperty("status").GetString().ShouldBe("not_ready");
        ready.GetProperty("checks")[0].GetProperty("cure").GetString()!.ShouldContain("DATA_DIR");
    }
}
