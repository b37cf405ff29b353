using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Tests.Results;

public sealed class EventTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ApiHost api = shared.Api;

    [Fact]
    public async Task Everything_is_told_in_order_and_the_stream_ends_with_the_job()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EmitAsync(JobEvents.Stage(StageNames.PromptParsing, "started"), JobEvents.Stage(StageNames.PromptParsing, "completed"));
        await job.EndAsync(JobState.Failed, new JobFailure { Code = "INTERNAL_ERROR", Message = "m" });

        var events = await ReadAsync(job.Path + "/events");

        events.Select(happened => happened.EventType).ShouldBe(["stage", "stage", "done"]);
        events.Select(happened => happened.EventId).ShouldBe(["1", "2", "3"]);
        JsonDocument.Parse(events[0].Data).RootElement.GetProperty("stage").GetString().ShouldBe("prompt_parsing");
    }

    [Fact]
    public async Task Events_arrive_while_they_happen()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EmitAsync(JobEvents.Stage(StageNames.PromptParsing, "started"));
        using var patience = new CancellationTokenSource(Patience);
        using var response = await api.Client.GetAsync(job.Path + "/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync(patience.Token)).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);

        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventId.ShouldBe("1");

        await job.EmitAsync(new JobEvent("clip", "{\n\"index\": 0}"));
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventType.ShouldBe("clip");
        events.Current.Data.ShouldBe("{\n\"index\": 0}");

        await job.EndAsync(JobState.Cancelled);
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventType.ShouldBe("done");
        (await events.MoveNextAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_missed_is_replayed_and_nothing_else(bool byHeader)
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EmitAsync([.. Enumerable.Range(1, 9).Select(i => new JobEvent("progress", $"{{\"i\":{i}}}"))]);
        await job.EndAsync(JobState.Completed);

        var events = byHeader
            ? await ReadAsync(job.Path + "/events", "7")
            : await ReadAsync(job.Path + "/events?last_event_id=7");

        events.Select(happened => happened.EventId).ShouldBe(["8", "9", "10"]);
    }

    [Fact]
    public async Task A_browser_that_has_seen_the_end_is_told_to_stay_away()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EndAsync(JobState.Completed);

        (await api.Client.GetAsync(job.Path + "/events?last_event_id=1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("/events", "text/event-stream")]
    [InlineData("", "application/json")]
    [InlineData("/calls", "application/json")]
    public async Task Head_of_a_running_job_ends_after_its_headers(string call, string mediaType)
    {
        var job = await JobDriver.CreateAsync(api);
        using var patience = new CancellationTokenSource(Patience);

        using var head = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, job.Path + call), patience.Token);
        using var next = await api.Client.GetAsync("/health/live", patience.Token);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        (await head.Content.ReadAsByteArrayAsync(patience.Token)).ShouldBeEmpty();
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_retried_job_goes_on_where_its_events_had_ended()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EndAsync(JobState.Failed, new JobFailure { Code = "INTERNAL_ERROR", Message = "m" });
        await api.Client.PostAsync(job.Path + "/retry", null);
        await job.EndAsync(JobState.Completed);

        var events = await ReadAsync(job.Path + "/events");

        events.Select(happened => happened.EventId).ShouldBe(Enumerable.Range(1, events.Count).Select(i => $"{i}"));
        events.Count(happened => happened.EventType == "done").ShouldBe(2);
        events[^1].EventType.ShouldBe("done");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task A_last_event_id_that_is_none_is_refused(string id)
    {
        var job = await JobDriver.CreateAsync(api);

        var problem = await (await api.Client.GetAsync($"{job.Path}/events?last_event_id={id}")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("last_event_id");
    }

    [Fact]
    public async Task A_job_that_is_removed_ends_its_streams()
    {
        var job = await JobDriver.CreateAsync(api);
        using var patience = new CancellationTokenSource(Patience);
        using var response = await api.Client.GetAsync(job.Path + "/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);

        await api.Client.PostAsync(job.Path + "/cancel", null, patience.Token);
        await api.Client.DeleteAsync(job.Path, patience.Token);

        (await response.Content.ReadAsStringAsync(patience.Token)).ShouldStartWith("retry: 2000");
    }

    private async Task<List<SseItem<string>>> ReadAsync(string path, string? lastEventId = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var events = new List<SseItem<string>>();
        await foreach (var happened in SseParser.Create(await response.Content.ReadAsStreamAsync(patience.Token)).EnumerateAsync(patience.Token))
        {
            events.Add(happened);
        }

        return events;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_last_event_id_beyond_the_end_of_a_job_that_runs_is_answered_with_its_state_and_the_stream_continues(bool hasEvents)
    {
        var job = await JobDriver.CreateAsync(api);
        if (hasEvents)
        {
            await job.StepAsync(step => step with
            {
                Progress = new StageProgress(StageNames.ImageGeneration, [StageNames.PromptParsing], 20),
                Events = [JobEvents.Stage(StageNames.PromptParsing, "completed")],
            });
        }

        using var patience = new CancellationTokenSource(Patience);
        using var response = await api.Client.GetAsync(job.Path + "/events?last_event_id=99999", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await using var events = SseParser.Create(await response.Content.ReadAsStreamAsync(patience.Token)).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);

        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventType.ShouldBe("progress");
        events.Current.EventId.ShouldBe(hasEvents ? "1" : "0");
        JsonDocument.Parse(events.Current.Data).RootElement.GetProperty("percentage").GetInt32().ShouldBe(hasEvents ? 20 : 0);

        await job.EndAsync(JobState.Cancelled);
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventType.ShouldBe("done");
        events.Current.EventId.ShouldBe(hasEvents ? "2" : "1");
        (await events.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_last_event_id_beyond_the_end_of_a_job_that_has_ended_is_answered_with_its_end()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EndAsync(JobState.Failed, new JobFailure { Code = "INTERNAL_ERROR", Message = "m" });

        var events = await ReadAsync(job.Path + "/events?last_event_id=9223372036854775807");

        events.Select(happened => happened.EventType).ShouldBe(["progress", "done"]);
        events.ShouldAllBe(happened => happened.EventId == "1");
        JsonDocument.Parse(events[1].Data).RootElement.GetProperty("code").GetString().ShouldBe("INTERNAL_ERROR");
        (await api.Client.GetAsync(job.Path + "/events?last_event_id=1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
