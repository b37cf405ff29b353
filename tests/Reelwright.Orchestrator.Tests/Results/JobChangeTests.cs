using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Engine.Jobs;
using Reelwright.MediaFiles;

namespace Reelwright.Orchestrator.Tests.Results;

public sealed class JobChangeTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private readonly ApiHost api = shared.Api;

    [Fact]
    public async Task A_queued_job_is_cancelled_at_once()
    {
        var job = await JobDriver.CreateAsync(api);

        var response = await api.Client.PostAsync(job.Path + "/cancel", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Headers.Location!.OriginalString.ShouldBe(job.Path);
        (await response.Content.ReadAsStringAsync()).ShouldBe($$"""{"job_id":"{{job.Id}}","status":"cancelled"}""");
        (await api.GetJsonAsync(job.Path)).GetProperty("cancelled_at").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task Cancelling_a_job_that_runs_reaches_whoever_runs_it_and_may_be_said_twice()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EmitAsync();
        var rung = new List<JobId>();
        void Note(JobId id) => rung.Add(id);
        api.Signals.CancelRequested += Note;

        (await api.Client.PostAsync(job.Path + "/cancel", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await api.Client.PostAsync(job.Path + "/cancel", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        api.Signals.CancelRequested -= Note;
        rung.ShouldContain(job.Id);
        (await api.GetJsonAsync(job.Path)).GetProperty("status").GetString().ShouldBe("processing");
    }

    [Theory]
    [InlineData("""{"reason": "too dear", "force": true}""", "reason", "force")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    public async Task A_cancel_with_a_body_that_says_more_than_it_can_mean_changes_nothing(string body, params string[] fields)
    {
        var job = await JobDriver.CreateAsync(api);

        var problem = await (await api.PostJsonAsync(job.Path + "/cancel", body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(fields);
        (await api.GetJsonAsync(job.Path)).GetProperty("status").GetString().ShouldBe("queued");
    }

    [Fact]
    public async Task A_cancel_may_come_with_an_empty_object()
    {
        var job = await JobDriver.CreateAsync(api);

        (await api.PostJsonAsync(job.Path + "/cancel", "{}")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_not_cancelled()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EndAsync(JobState.Failed, Failure("INTERNAL_ERROR"));

        var problem = await (await api.Client.PostAsync(job.Path + "/cancel", null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "CONFLICT");
        problem.GetProperty("detail").GetString().ShouldBe("The job is failed and can't be cancelled in that state.");
    }

    [Fact]
    public async Task A_failed_job_is_queued_again_without_a_body()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EndAsync(JobState.Failed, Failure("INTERNAL_ERROR"));

        var response = await api.Client.PostAsync(job.Path + "/retry", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe("queued");
        (await api.Client.PostAsync(job.Path + "/retry", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_payment_in_doubt_is_repeated_only_when_the_caller_says_so()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.StepAsync(step => step with { Intents = [job.Call("video_generation", "video-generation") with { DoubtfulFrom = DateTimeOffset.UnixEpoch }] });
        await job.EndAsync(JobState.Failed, Failure("PAYMENT_IN_DOUBT"));

        var problem = await (await api.PostJsonAsync(job.Path + "/retry", """{"accept_double_payment": false}""")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "CONFLICT");
        problem.GetProperty("detail").GetString()!.ShouldContain("""{"accept_double_payment": true}""");
        (await api.PostJsonAsync(job.Path + "/retry", """{"accept_double_payment": true}""")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_retry_may_change_the_limit_within_what_was_spent_and_what_is_configured()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.StepAsync(step => step with { Intents = [job.Call("video_generation", "video-generation")] });
        await job.EndAsync(JobState.Failed, Failure("BUDGET_EXCEEDED"));

        (await api.Client.GetFromJsonAsync<JsonElement>(job.Path)).GetProperty("in_doubt_usd").GetDecimal().ShouldBeGreaterThan(0.01m);
        var problem = await (await api.PostJsonAsync(job.Path + "/retry", """{"max_cost_usd": 0.01}""")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "CONFLICT");
        problem.GetProperty("detail").GetString()!.ShouldContain("max_cost_usd");
        await (await api.PostJsonAsync(job.Path + "/retry", """{"max_cost_usd": 1000000}""")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");
        (await api.PostJsonAsync(job.Path + "/retry", """{"max_cost_usd": 5}""")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_job_with_an_open_call_is_not_removed()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.StepAsync(step => step with { Intents = [job.Call("video_generation", "video-generation") with { AnswerUntil = new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero) }] });
        await job.EndAsync(JobState.Cancelled, null);

        var problem = await (await api.Client.DeleteAsync(job.Path)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "CONFLICT");

        problem.GetProperty("detail").GetString()!.ShouldContain("in_doubt_usd");
    }

    [Theory]
    [InlineData("""{"accept_double_payment": "yes"}""", "accept_double_payment")]
    [InlineData("""{"max_cost_usd": 0}""", "max_cost_usd")]
    [InlineData("""{"force": true}""", "force")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    public async Task A_retry_with_a_wrong_body_changes_nothing(string body, string field)
    {
        var job = await JobDriver.CreateAsync(api);
        await job.EndAsync(JobState.Failed, Failure("INTERNAL_ERROR"));

        var problem = await (await api.PostJsonAsync(job.Path + "/retry", body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
        (await api.GetJsonAsync(job.Path)).GetProperty("status").GetString().ShouldBe("failed");
    }

    [Fact]
    public async Task A_job_that_has_ended_is_removed_with_its_media_and_no_others()
    {
        var media = api.Services.GetRequiredService<IMediaStore>();
        var job = await JobDriver.CreateAsync(api);
        await job.CompleteAsync();
        var film = MediaKey.Parse($"jobs/{job.Id}/films/f.mp4");
        var other = MediaKey.Parse($"jobs/{job.Id}0/films/f.mp4");
        await media.PutAsync(film, new MemoryStream(Encoding.UTF8.GetBytes("film")), CancellationToken.None);
        await media.PutAsync(other, new MemoryStream(Encoding.UTF8.GetBytes("film")), CancellationToken.None);

        (await api.Client.DeleteAsync(job.Path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await media.ExistsAsync(film, CancellationToken.None)).ShouldBeFalse();
        (await media.ExistsAsync(other, CancellationToken.None)).ShouldBeTrue();
        await (await api.Client.GetAsync(job.Path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        await (await api.Client.DeleteAsync(job.Path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task A_job_that_has_not_ended_is_not_removed()
    {
        var job = await JobDriver.CreateAsync(api);

        await (await api.Client.DeleteAsync(job.Path)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "CONFLICT");
    }

    [Theory]
    [InlineData("POST", "/cancel")]
    [InlineData("POST", "/retry")]
    [InlineData("DELETE", "")]
    public async Task A_job_of_somebody_else_cannot_be_changed(string method, string call)
    {
        var job = await JobDriver.CreateAsync(api, owner: "somebody-else");

        await (await api.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), job.Path + call))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        await (await api.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/jobs/x" + call))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    private static JobFailure Failure(string code) => new() { Code = code, Message = "It failed." };
}
