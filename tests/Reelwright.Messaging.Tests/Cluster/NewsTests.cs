using Reelwright.Messaging.Tests.Fixture;

namespace Reelwright.Messaging.Tests.Cluster;

/// <summary>Cancel requests and progress are told to every node.</summary>
public sealed class NewsTests(SharedBroker shared) : BrokerTest(shared)
{
    [Fact]
    public async Task A_cancel_reaches_every_node_once()
    {
        var (first, second, third) = (await JoinAsync(), await JoinAsync(), await JoinAsync());
        var (job, later) = (NewJob(), NewJob());

        first.Cluster.CancelRequested(job);
        first.Cancelled.ToArray().ShouldBe([job], "Its own is heard at once.");
        await Soon(() => second.Cancelled.Count == 1 && third.Cancelled.Count == 1);

        // The first node's own message lies before this one in its queue: had it been heard again, it would show now.
        second.Cluster.CancelRequested(later);
        await Soon(() => first.Cancelled.Contains(later) && third.Cancelled.Contains(later));
        first.Cancelled.ToArray().ShouldBe([job, later]);
        second.Cancelled.ToArray().ShouldBe([job, later]);
        third.Cancelled.ToArray().ShouldBe([job, later]);
    }

    [Fact]
    public async Task Progress_wakes_whoever_follows_the_job_on_any_node()
    {
        var (first, second) = (await JoinAsync(), await JoinAsync());
        var job = NewJob();
        var (here, there, unconcerned) = (first.Signals.Watch(job), second.Signals.Watch(job), second.Signals.Watch(NewJob()));

        first.Cluster.JobProgressed(job);

        here.CurrentCount.ShouldBe(1);
        await Soon(() => there.CurrentCount == 1);
        unconcerned.CurrentCount.ShouldBe(0);
    }

    [Fact]
    public async Task Thousands_of_signals_at_once_all_arrive()
    {
        var (first, second) = (await JoinAsync(), await JoinAsync());
        var jobs = Enumerable.Range(0, 3000).Select(_ => NewJob()).ToList();
        var watchers = jobs.ConvertAll(second.Signals.Watch);

        jobs.ForEach(first.Cluster.JobProgressed);
        jobs.ForEach(first.Cluster.CancelRequested);

        await Soon(() => watchers.TrueForAll(watcher => watcher.CurrentCount == 1) && second.Cancelled.Count == jobs.Count);
    }
}
