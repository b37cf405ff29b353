using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>What jobs share: the answers to equal calls, and the slots of a limited service.</summary>
public sealed class SharedCallsTests : ClusterTest
{
    [Fact]
    public async Task Equal_jobs_at_once_buy_their_plan_once()
    {
        Cluster.Pipeline = Stages.Of(Stages.SharedParsingStage(), Stages.VideoStage(clips: 2));
        var jobs = await CreateAsync(6);
        var plan = Cluster.Services.Hold(Stages.Parsing, 0);
        using var dispatcher = await StartAsync();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(plan.Asked.IsCompleted && dispatcher.InFlight == 6));

        await plan.SucceedAsync();
        await MeanwhileAsync(dispatcher, () => AllCompletedAsync(jobs));

        await dispatcher.StopAsync(CancellationToken.None);
        Cluster.Services.Sold.Count(call => call.Stage == Stages.Parsing).ShouldBe(1);
        var ledgers = await Task.WhenAll(jobs.Select(job => Cluster.CallAsync(job, Stages.Parsing)));
        ledgers.Count(call => call is { Cached: true, Cost: 0m, CostSource: CostSources.Cache }).ShouldBe(5);
        ledgers.Select(call => call.Response).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Who_waits_for_an_equal_call_that_fails_makes_it_itself()
    {
        Cluster.Pipeline = Stages.Of(Stages.SharedParsingStage());
        var jobs = await CreateAsync(2);
        Cluster.Services.Answer(Stages.Parsing, 0, new Exchange.CallOutcome.Failed(null, "it broke", 0m, Retryable: false, null));
        using var dispatcher = await StartAsync();

        await MeanwhileAsync(dispatcher, async () => (await StatesAsync(jobs)).All(state => state.IsTerminal()));

        await dispatcher.StopAsync(CancellationToken.None);
        (await StatesAsync(jobs)).ShouldBe([JobState.Failed, JobState.Completed], ignoreOrder: true);
    }

    [Fact]
    public async Task An_answer_whose_media_are_gone_is_bought_again()
    {
        Cluster.Pipeline = Stages.Of(Stages.SharedParsingStage());
        using var dispatcher = await StartAsync();
        var first = await CreateAsync(1);
        await MeanwhileAsync(dispatcher, () => AllCompletedAsync(first));
        Cluster.Services.HasLostMedia = true;

        var second = await CreateAsync(1);
        await MeanwhileAsync(dispatcher, () => AllCompletedAsync(second));

        await dispatcher.StopAsync(CancellationToken.None);
        Cluster.Services.Sold.Count.ShouldBe(2);
        (await Cluster.CallAsync(second[0], Stages.Parsing)).Cached.ShouldBeFalse();
    }

    [Fact]
    public async Task Jobs_wait_for_a_slot_of_a_limited_service_and_all_get_one()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 3));
        await Cluster.Store.SetLimitAsync(Stages.Video, 2, CancellationToken.None);
        var jobs = await CreateAsync(4);
        using var dispatcher = await StartAsync();

        await MeanwhileAsync(dispatcher, () => AllCompletedAsync(jobs));

        await dispatcher.StopAsync(CancellationToken.None);
        Cluster.Services.Sold.Count.ShouldBe(12);
        Cluster.Services.MostAtOnce.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task A_job_that_waits_for_a_slot_can_be_cancelled()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1));
        await Cluster.Store.SetLimitAsync(Stages.Video, 1, CancellationToken.None);
        var clip = Cluster.Services.Hold(Stages.Video, 0);
        var jobs = await CreateAsync(2);
        using var dispatcher = await StartAsync();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(clip.Asked.IsCompleted && dispatcher.InFlight == 2));
        var waiting = (await Cluster.LedgerAsync(jobs[0])).Count == 0 ? jobs[0] : jobs[1];

        await Cluster.Store.CancelAsync(Cluster.Owner, waiting, CancellationToken.None);
        await MeanwhileAsync(dispatcher, async () => (await Cluster.FindAsync(waiting)).State == JobState.Cancelled);

        await clip.SucceedAsync();
        await MeanwhileAsync(dispatcher, async () => (await StatesAsync(jobs)).Contains(JobState.Completed));
        await dispatcher.StopAsync(CancellationToken.None);
        Cluster.Services.Sold.Count.ShouldBe(1);
    }

    private async Task<List<JobId>> CreateAsync(int count)
    {
        var jobs = new List<JobId>();
        for (var i = 0; i < count; i++)
        {
            jobs.Add(await Cluster.CreateAsync());
        }

        return jobs;
    }

    private async Task<IReadOnlyList<JobState>> StatesAsync(IEnumerable<JobId> jobs) =>
        [.. (await Task.WhenAll(jobs.Select(Cluster.FindAsync))).Select(job => job.State)];

    private async Task<bool> AllCompletedAsync(IEnumerable<JobId> jobs) => (await StatesAsync(jobs)).All(state => state == JobState.Completed);
}
