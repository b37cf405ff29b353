using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>The limit acts before money is spent, and a stage that can't go on ends the job.</summary>
public sealed class BudgetTests : ClusterTest
{
    private const int JobFailed = 18;

    [Fact]
    public async Task A_clip_that_the_budget_does_not_hold_is_not_bought_and_its_paid_neighbours_are_kept()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 3));
        var job = await Cluster.CreateAsync(limit: 0.85m);

        await (await Cluster.JoinAsync()).RunAsync();

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure!.Code).ShouldBe((JobState.Failed, EngineFailureCodes.BudgetExceeded));
        record.Failure.Index.ShouldBe(2);
        (record.Settled, record.Reserved).ShouldBe((0.50m, 0m));
        Cluster.Services.Sold.Select(call => call.Index).ShouldBe([0, 1], ignoreOrder: true);
        (await Cluster.LedgerAsync(job)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Once_a_clip_is_refused_a_cheaper_one_behind_it_is_not_bought_either()
    {
        var clips = new TestStage(Stages.Video, Stages.Video, 85, 3) { SecondsOfEach = [4, 20, 2] };
        Cluster.Pipeline = Stages.Of(clips);
        Cluster.Services.TraitsOf = _ => Traits.Idempotent with { PricePerCall = 0, PricePerSecond = 0.10m };
        var job = await Cluster.CreateAsync(limit: 1m);

        await (await Cluster.JoinAsync()).RunAsync();

        (await Cluster.FindAsync(job)).Failure!.Code.ShouldBe(EngineFailureCodes.BudgetExceeded);
        Cluster.Services.Sold.ShouldHaveSingleItem().Index.ShouldBe(0);
    }

    [Fact]
    public async Task A_budget_that_holds_the_estimates_exactly_is_enough()
    {
        var job = await Cluster.CreateAsync(limit: 4 * 0.40m);
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 4));

        await (await Cluster.JoinAsync()).RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task A_refused_call_of_a_stage_that_makes_one_names_no_index()
    {
        var job = await Cluster.CreateAsync(limit: 0.10m);

        await (await Cluster.JoinAsync()).RunAsync();

        var failure = (await Cluster.FindAsync(job)).Failure.ShouldNotBeNull();
        (failure.Code, failure.Stage, failure.Index).ShouldBe((EngineFailureCodes.BudgetExceeded, Stages.Parsing, null));
    }

    [Theory]
    [InlineData(0.10, false, LogLevel.Warning)]
    [InlineData(10, true, LogLevel.Warning)]
    [InlineData(10, false, LogLevel.Error)]
    public async Task Only_a_failure_of_a_service_is_logged_as_an_error(double limit, bool rejected, LogLevel expected)
    {
        Cluster.Services.Answer(Stages.Parsing, 0, new Exchange.CallOutcome.Failed(rejected ? EngineFailureCodes.ContentRejected : null, "no weapons", 0, Retryable: false, null));
        await Cluster.CreateAsync((decimal)limit);
        var node = await Cluster.JoinAsync();

        await node.RunAsync();

        node.Log.Levels(JobFailed).ShouldBe([expected]);
    }

    [Fact]
    public async Task A_stage_that_breaks_on_its_input_fails_the_job_instead_of_being_tried_for_ever()
    {
        var broken = new TestStage(Stages.Image, Stages.Image, 35, 1) { PlanningFails = new FormatException("a bug of ours") };
        Cluster.Pipeline = Stages.Of(Stages.ParsingStage(), broken);
        var job = await Cluster.CreateAsync();

        await (await Cluster.JoinAsync()).RunAsync();

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure!.Code, record.Failure.Stage).ShouldBe((JobState.Failed, EngineFailureCodes.InternalError, Stages.Image));
        record.Settled.ShouldBe(0.25m);
    }

    [Fact]
    public async Task A_retry_after_a_permanent_failure_pays_only_for_what_is_missing()
    {
        Cluster.Services.Answer(Stages.Video, 2, new Exchange.CallOutcome.Failed("CONTENT_REJECTED", "no weapons", 0, Retryable: false, null));
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await node.RunAsync();
        (await Cluster.FindAsync(job)).Failure!.Code.ShouldBe("CONTENT_REJECTED");

        await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None);
        await node.RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
        (await Cluster.LedgerAsync(job)).Where(call => call.Id.Stage == Stages.Video && call.State == CallState.Succeeded && call.Reused == 1).Count().ShouldBe(3);
    }
}
