using System.Net;
using Reelwright.Services.Operations;
using Reelwright.Services.Tests.Running;

namespace Reelwright.Services.Tests.Operations;

public sealed class RestartTests : IDisposable
{
    private static readonly Dictionary<string, string?> AtOnce = new() { ["Reelwright:Test:AnswerWithin"] = "00:00:00" };

    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Work_that_a_crash_interrupted_is_taken_up_and_ends_under_its_key()
    {
        var (location, interrupted) = await BeginAndLeaveAsync(AtOnce, gracefully: false);

        await using var service = await TestService.StartAsync(data.Path);
        var ended = await service.EndOfAsync(location);
        using var asked = await service.PostAsync("k1");

        ended.GetProperty("operation").GetProperty("status").GetString().ShouldBe("succeeded");
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        interrupted.Runs.ShouldBe(1);
        service.Provider.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_process_is_kept_from_taking_up_the_firsts_work()
    {
        await using var first = await TestService.StartAsync(data.Path);

        var refused = await Should.ThrowAsync<OperationStoreInUseException>(() => TestService.StartAsync(data.Path));

        refused.Message.ShouldContain("DATA_DIR");
    }

    [Fact]
    public async Task Answers_survive_a_restart()
    {
        string first;
        await using (var before = await TestService.StartAsync(data.Path))
        {
            using var answer = await before.PostAsync("k1");
            first = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        await using var service = await TestService.StartAsync(data.Path);
        using var again = await service.PostAsync("k1");

        (await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(first);
        service.Provider.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task Work_over_which_the_process_dies_again_and_again_is_given_up()
    {
        var settings = new Dictionary<string, string?>(AtOnce) { ["Reelwright:Test:MaxRestarts"] = "1" };
        var (location, _) = await BeginAndLeaveAsync(settings, gracefully: false);
        var killer = Blocked(out var begun);
        await using (await TestService.StartAsync(data.Path, killer, settings))
        {
            await begun.WaitAsync(TestContext.Current.CancellationToken);
        }

        await using var service = await TestService.StartAsync(data.Path, settings: settings);
        var ended = await service.EndOfAsync(location);

        ended.GetProperty("operation").GetProperty("status").GetString().ShouldBe("failed");
        ended.GetProperty("error").GetProperty("retryable").GetBoolean().ShouldBeFalse();
        service.Provider.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task Stopping_in_good_order_does_not_count_against_the_work()
    {
        var settings = new Dictionary<string, string?>(AtOnce) { ["Reelwright:Test:MaxRestarts"] = "0" };
        var (location, _) = await BeginAndLeaveAsync(settings, gracefully: true);

        await using var service = await TestService.StartAsync(data.Path, settings: settings);

        (await service.EndOfAsync(location)).GetProperty("operation").GetProperty("status").GetString().ShouldBe("succeeded");
    }

    [Fact]
    public async Task A_request_that_waits_when_the_service_stops_is_told_that_it_was_accepted()
    {
        var provider = Blocked(out var begun);
        await using var service = await TestService.StartAsync(data.Path, provider);
        var asked = service.PostAsync("k1");
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        await service.StopAsync();

        using var answer = await asked;
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location.ShouldNotBeNull();
    }

    private static ScriptedProvider Blocked(out Task begun)
    {
        var started = new TaskCompletionSource();
        begun = started.Task;
        return new ScriptedProvider
        {
            Script = (_, cancellationToken) =>
            {
                started.TrySetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            },
        };
    }

    private async Task<(string Location, ScriptedProvider Provider)> BeginAndLeaveAsync(Dictionary<string, string?> settings, bool gracefully)
    {
        var provider = Blocked(out var begun);
        await using var service = await TestService.StartAsync(data.Path, provider, settings);
        using var accepted = await service.PostAsync("k1");
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        if (gracefully)
        {
            await service.StopAsync();
        }

        return (accepted.Headers.Location!.ToString(), provider);
    }
}
