using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>A delivery that a later service can't use.</summary>
public sealed class VoidTests : ClusterTest
{
    private static readonly CallOutcome Unusable = new CallOutcome.Failed("SOURCE_UNUSABLE", "The clip is cut short.", 0.01m, Retryable: true, null)
    {
        Unusable = new UnusableSource(null, 2),
    };

    [Fact]
    public async Task An_unusable_clip_is_voided_with_its_cost_and_fails_the_job_by_name()
    {
        Cluster.Services.Answer(Stages.Composition, 0, Unusable);
        var job = await Cluster.CreateAsync();

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure?.Code, record.Failure?.Stage, record.Failure?.Index).ShouldBe((JobState.Failed, "SOURCE_UNUSABLE", Stages.Composition, 2));
        record.Failure!.Message.ShouldContain("scene 2");
        record.Settled.ShouldBe((6 * 0.25m) + 0.01m);
        (await Cluster.LedgerAsync(job)).Where(call => call.Voided).ShouldHaveSingleItem().Id.Index.ShouldBe(2);
    }

    [Fact]
    public async Task A_retry_buys_that_clip_again_and_the_film_and_nothing_else()
    {
        Cluster.Services.Answer(Stages.Composition, 0, Unusable);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await RunToEndAsync(node, job);

        await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None);
        await RunToEndAsync(node, job);

        (await Cluster.FindAsync(job)).ShouldSatisfyAllConditions(
            record => record.State.ShouldBe(JobState.Completed), record => record.StagesCompleted.ShouldBe(Cluster.Pipeline.Stages.Select(stage => stage.Name)));
        (await Cluster.LedgerAsync(job)).Where(call => call.Id.Generation == 1).Select(call => (call.Id.Stage, call.Id.Index))
            .ShouldBe([(Stages.Video, 2), (Stages.Composition, 0)], ignoreOrder: true);
        Cluster.Services.Sold.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_clip_that_is_unusable_again_is_bought_again_only_by_another_retry()
    {
        Cluster.Services.Answer(Stages.Composition, 0, Unusable, Unusable);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await RunToEndAsync(node, job);

        await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None);
        await RunToEndAsync(node, job);

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Failed);
        (await Cluster.LedgerAsync(job)).Count(call => call.Voided).ShouldBe(2);
        Cluster.Services.Sold.Count.ShouldBe(7);
    }
}
