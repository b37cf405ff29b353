using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Engine.Jobs;

namespace Reelwright.Orchestrator.Tests.Results;

public sealed class EventStreamLimitTests
{
    [Fact]
    public async Task A_caller_may_hold_so_many_streams_and_gets_a_place_back_when_one_ends()
    {
        await using var api = await ApiHost.StartAsync(new Dictionary<string, string?> { ["Reelwright:RateLimit:Streams"] = "2" });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var first = await JobDriver.CreateAsync(api);
        var second = await JobDriver.CreateAsync(api);
        using var ending = await OpenAsync(api, first, patience.Token);
        using var staying = await OpenAsync(api, second, patience.Token);

        var refused = await OpenAsync(api, second, patience.Token);
        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));

        await api.Client.PostAsync(first.Path + "/cancel", null, patience.Token);
        await ending.Content.ReadAsStringAsync(patience.Token);
        HttpResponseMessage again;
        do
        {
            // The answer's end reaches the client a moment before its place is free.
            again = await OpenAsync(api, second, patience.Token);
        }
        while (again.StatusCode == HttpStatusCode.TooManyRequests);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.Dispose();
    }

    [Fact]
    public async Task A_host_that_stops_does_not_wait_for_its_streams()
    {
        await using var api = await ApiHost.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var job = await JobDriver.CreateAsync(api);
        await job.EmitAsync(JobEvents.Stage("prompt_parsing", "started"));
        using var stream = await OpenAsync(api, job, patience.Token);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(patience.Token));
        while (await reader.ReadLineAsync(patience.Token) != "id: 1")
        {
            // The stream has begun when its first event is there.
        }

        var stopping = api.StopAsync();

        (await reader.ReadToEndAsync(patience.Token)).ShouldStartWith("event: stage");
        await stopping.WaitAsync(patience.Token);
    }

    [Fact]
    public async Task Heartbeats_keep_a_silent_stream_alive()
    {
        var time = new RushedTime();
        await using var api = await ApiHost.StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var job = await JobDriver.CreateAsync(api);
        using var stream = await OpenAsync(api, job, patience.Token);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(patience.Token));

        var lines = new List<string>();
        while (!lines.Contains(": heartbeat"))
        {
            lines.Add((await reader.ReadLineAsync(patience.Token))!);
        }

        lines.ShouldNotContain(line => line.StartsWith("data:", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> OpenAsync(ApiHost api, JobDriver job, CancellationToken cancellationToken) =>
        api.Client.GetAsync(job.Path + "/events", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
