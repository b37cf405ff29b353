using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>The database throws for a while, at the worst moments.</summary>
public sealed class StoreFaultTests : ClusterTest
{
    [Fact]
    public async Task What_was_bought_while_the_database_was_gone_is_kept_and_not_bought_again()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var clips = Enumerable.Range(0, 4).Select(index => Cluster.Services.Hold(Stages.Video, index)).ToList();
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        var work = node.RunAsync();
        await Task.WhenAll(clips.Select(clip => clip.Asked));

        Cluster.Store.Break(verb => verb is nameof(IJobStore.CommitAsync) or nameof(IJobStore.StoreLateResultAsync));
        await Task.WhenAll(clips.Select(clip => clip.SucceedAsync()));
        await Soon(() => Cluster.Store.Refusals >= 2);
        await Cluster.PassAsync(TimeSpan.FromSeconds(20));
        Cluster.Store.Mend();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));
        await GoOnAsync(node);

        var record = await Cluster.FindAsync(job);
        record.State.ShouldBe(JobState.Completed, record.Failure?.Message);
        (record.Settled, record.Reserved).ShouldBe((7 * 0.25m, 0m));
        Cluster.Services.Sold.Count.ShouldBe(7);
        Cluster.Services.Sent.Count.ShouldBe(7);
    }

    [Fact]
    public async Task An_operation_accepted_while_the_database_was_gone_is_polled_when_it_is_back()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        var work = node.RunAsync();
        await image.Asked;

        Cluster.Store.Break(verb => verb == nameof(IJobStore.CommitAsync));
        image.Answer(new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(1)));
        await Soon(() => Cluster.Store.Refusals >= 2);
        Cluster.Store.Mend();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));
        await GoOnAsync(node);

        var record = await Cluster.FindAsync(job);
        record.State.ShouldBe(JobState.Completed, record.Failure?.Message);
        Cluster.Services.Polled.ShouldHaveSingleItem().Operation.ShouldBe("/operations/1");
        Cluster.Services.Sent.Count(call => call.Id.Stage == Stages.Image).ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_not_made_twice()
    {
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        Cluster.Store.LoseAnswers(verb => verb == nameof(IJobStore.CommitAsync));
        var work = node.RunAsync();
        await Soon(() => Cluster.Store.Refusals >= 1);
        Cluster.Store.Mend();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));
        await GoOnAsync(node);

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
        var events = await Cluster.EventsAsync(job);
        events.Select(item => item.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(number => (long)number));
    }

    [Fact]
    public async Task A_job_whose_end_could_not_be_written_ends_with_the_error_that_it_had()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 2));
        var rejected = Cluster.Services.Hold(Stages.Video, 1);
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.NotTaken("429 Too Many Requests", TimeSpan.FromSeconds(4)));
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        var work = node.RunAsync();
        await rejected.Asked;
        await Soon(async () => (await Cluster.LedgerAsync(job)).Any(call => !call.Dispatched));

        Cluster.Store.Break(verb => verb == nameof(IJobStore.CommitAsync));
        rejected.Answer(new CallOutcome.Failed("CONTENT_REJECTED", "no weapons", 0, Retryable: false, null));
        await Soon(() => Cluster.Store.Refusals >= 2);
        Cluster.Store.Mend();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));
        await GoOnAsync(node);

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure!.Code, record.Failure.Index).ShouldBe((JobState.Failed, "CONTENT_REJECTED", 1));
        record.Reserved.ShouldBe(0m);
    }

    private async Task GoOnAsync(Node node)
    {
        await Cluster.PassAsync(TimeSpan.FromSeconds(6));
        await Cluster.PassUntilAsync(node.RunAsync(), TimeSpan.FromSeconds(1));
    }
}
