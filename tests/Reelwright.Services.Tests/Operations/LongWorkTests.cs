using System.Net;
using Reelwright.MediaFiles;
using Reelwright.Services.Operations;
using Reelwright.Services.Tests.Running;

namespace Reelwright.Services.Tests.Operations;

public sealed class LongWorkTests : IDisposable
{
    private static readonly Dictionary<string, string?> AtOnce = new() { ["Reelwright:Test:AnswerWithin"] = "00:00:00" };

    private readonly TemporaryFolder data = new();
    private readonly ScriptedProvider provider = new();
    private readonly TaskCompletionSource release = new();

    public LongWorkTests() => provider.Script = (_, cancellationToken) => release.Task.WaitAsync(cancellationToken);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Long_work_is_accepted_and_polled()
    {
        await using var service = await TestService.StartAsync(data.Path, provider, AtOnce);

        using var accepted = await service.PostAsync("k1");
        var location = accepted.Headers.Location!.ToString();
        var id = location["/operations/".Length..];
        var running = await service.GetAsync(location);
        release.SetResult();
        var ended = await service.EndOfAsync(location);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await accepted.Content.ReadAsStringAsync(Stop)).ShouldBe($$$"""{"operation":{"id":"{{{id}}}","status":"running"}}""");
        running.GetRawText().ShouldBe($$$"""{"operation":{"id":"{{{id}}}","status":"running"}}""");
        ended.GetProperty("operation").GetProperty("status").GetString().ShouldBe("succeeded");
        ended.GetProperty("success").GetBoolean().ShouldBeTrue();
        ended.GetProperty("result").GetProperty("image_url").GetString().ShouldBe("https://images.example/1.png");
        ended.GetProperty("cost").GetRawText().ShouldBe("0.25");
        ended.GetProperty("provider").GetString().ShouldBe("scripted");
        (await service.GetAsync("/operations?key=k1")).GetRawText().ShouldBe(ended.GetRawText());
    }

    [Fact]
    public async Task An_operation_that_is_unknown_is_404()
    {
        await using var service = await TestService.StartAsync(data.Path, provider);

        using var byId = await service.Client.GetAsync("/operations/nothing", Stop);
        using var byKey = await service.Client.GetAsync("/operations?key=nothing", Stop);
        using var cancel = await service.Client.DeleteAsync("/operations/nothing", Stop);
        using var noKey = await service.Client.GetAsync("/operations", Stop);

        byId.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        byKey.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        cancel.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        noKey.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_cancelled_operation_stops_its_work_and_stays_cancelled()
    {
        var begun = new TaskCompletionSource();
        var stopped = false;
        provider.Script = async (_, cancellationToken) =>
        {
            begun.SetResult();
            try
            {
                await release.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                stopped = cancellationToken.IsCancellationRequested;
            }
        };
        await using var service = await TestService.StartAsync(data.Path, provider, AtOnce);
        using var accepted = await service.PostAsync("k1");
        var location = accepted.Headers.Location!.ToString();
        await begun.Task.WaitAsync(Stop);

        using var cancelled = await service.Client.DeleteAsync(location, Stop);
        using var again = await service.PostAsync("k1");

        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        var view = await TestService.ReadAsync(cancelled);
        view.GetProperty("operation").GetProperty("status").GetString().ShouldBe("cancelled");
        view.GetProperty("error").GetProperty("code").GetString().ShouldBe("CANCELLED");
        view.GetProperty("cost").GetRawText().ShouldBe("0.00");
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        stopped.ShouldBeTrue();
        provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task An_operation_that_has_ended_can_not_be_cancelled()
    {
        provider.Script = (_, _) => Task.CompletedTask;
        await using var service = await TestService.StartAsync(data.Path, provider);
        using var done = await service.PostAsync("k1");
        var id = (await service.GetAsync("/operations?key=k1")).GetProperty("operation").GetProperty("id").GetString();

        using var cancelled = await service.Client.DeleteAsync($"/operations/{id}", Stop);

        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestService.ReadAsync(cancelled)).GetProperty("operation").GetProperty("status").GetString().ShouldBe("succeeded");
    }

    [Fact]
    public async Task No_more_than_so_many_run_and_no_more_than_so_many_wait()
    {
        var settings = new Dictionary<string, string?>(AtOnce) { ["Reelwright:Test:MaxConcurrent"] = "2", ["Reelwright:Test:MaxQueued"] = "3" };
        var most = 0;
        var now = 0;
        provider.Script = async (_, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await release.Task.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref now);
        };
        await using var service = await TestService.StartAsync(data.Path, provider, settings);

        var answers = new List<HttpResponseMessage>();
        for (var call = 0; call < 6; call++)
        {
            answers.Add(await service.PostAsync($"k{call}"));
        }

        answers.Take(5).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        answers[5].StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answers[5].Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await TestService.ReadAsync(answers[5])).GetProperty("error").GetProperty("retryable").GetBoolean().ShouldBeTrue();
        release.SetResult();
        for (var call = 0; call < 5; call++)
        {
            await service.EndOfAsync($"/operations?key=k{call}");
        }

        most.ShouldBeLessThanOrEqualTo(2);
        provider.Runs.ShouldBe(5);
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_given_up_and_may_be_asked_for_again()
    {
        var settings = new Dictionary<string, string?> { ["Reelwright:Test:Deadline"] = "00:00:01" };
        await using var service = await TestService.StartAsync(data.Path, provider, settings);

        using var late = await service.PostAsync("k1");

        late.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await TestService.ReadAsync(late)).GetProperty("error").GetProperty("code").GetString().ShouldBe("DEADLINE_EXCEEDED");
    }

    [Fact]
    public async Task A_full_disk_fails_the_call_in_words_and_for_good()
    {
        provider.Script = (_, _) => throw new MediaStoreFullException("the media folder");
        await using var service = await TestService.StartAsync(data.Path, provider);

        using var full = await service.PostAsync("k1");

        full.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var error = (await TestService.ReadAsync(full)).GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("STORAGE_FULL");
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        error.GetProperty("message").GetString()!.ShouldContain("free some disk space");
    }

    [Fact]
    public async Task Each_run_has_a_folder_of_its_own_that_is_gone_afterwards()
    {
        string? folder = null;
        string? job = null;
        provider.Script = (context, _) =>
        {
            folder = context.Folder;
            job = context.JobId;
            return File.WriteAllTextAsync(Path.Combine(context.Folder, "half-done"), "x", Stop);
        };
        await using var service = await TestService.StartAsync(data.Path, provider);

        using var named = await service.PostAsync("k1", job: "550e8400-e29b");
        Directory.Exists(folder).ShouldBeFalse();
        job.ShouldBe("550e8400-e29b");
        using var nameless = await service.PostAsync("k2");
        job.ShouldNotBeNull().ShouldMatch("^adhoc-[0-9a-f]{16}$");
    }

    [Fact]
    public async Task Answers_are_forgotten_after_their_time()
    {
        provider.Script = (_, _) => Task.CompletedTask;
        var time = new ManualTime();
        await using var service = await TestService.StartAsync(data.Path, provider, time: time);
        var store = service.Get<OperationStore>();
        using var done = await service.PostAsync("k1");

        time.Ahead = TimeSpan.FromHours(23);
        (await store.SweepAsync(TimeSpan.FromHours(24), Stop)).ShouldBe(0);
        time.Ahead = TimeSpan.FromHours(25);
        (await store.SweepAsync(TimeSpan.FromHours(24), Stop)).ShouldBe(1);

        (await store.FindByKeyAsync("k1", Stop)).ShouldBeNull();
    }
}
