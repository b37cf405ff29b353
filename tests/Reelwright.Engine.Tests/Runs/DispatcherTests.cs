using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>The node's loops over the real store, with the time that the test gives them.</summary>
public sealed class DispatcherTests : ClusterTest
{
    [Fact]
    public async Task Jobs_are_claimed_up_to_the_nodes_limit_and_the_rest_when_there_is_room()
    {
        Cluster.Options.MaxJobsInFlight = 2;
        var plans = Enumerable.Range(0, 2).Select(_ => Cluster.Services.Hold(Stages.Parsing, 0)).ToList();
        var jobs = new List<JobId>();
        for (var i = 0; i < 3; i++)
        {
            jobs.Add(await Cluster.CreateAsync());
            Cluster.Time.Advance(TimeSpan.FromSeconds(1));
        }

        using var dispatcher = await StartAsync();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(dispatcher.InFlight == 2 && plans.All(plan => plan.Asked.IsCompleted)));
        (await Cluster.FindAsync(jobs[2])).State.ShouldBe(JobState.Queued);
        dispatcher.Room.ShouldBe(0);

        await Task.WhenAll(plans.Select(plan => plan.SucceedAsync()));
        await MeanwhileAsync(dispatcher, async () => (await Cluster.FindAsync(jobs[2])).State == JobState.Completed);
        await MeanwhileAsync(dispatcher, () => Task.FromResult(dispatcher.InFlight == 0));
        await MeanwhileAsync(dispatcher, () => Task.FromResult(dispatcher.Room == 2));
        await dispatcher.StopAsync(CancellationToken.None);
        dispatcher.Room.ShouldBe(0, "It claims nothing more.");
    }

    [Fact]
    public async Task A_node_that_claims_its_own_job_again_hears_of_cancels_after_its_first_runner_has_ended()
    {
        var first = Cluster.Services.Hold(Stages.Image, 0);
        var second = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        using var dispatcher = await StartAsync();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(first.Asked.IsCompleted));

        Cluster.Store.Break(verb => verb is nameof(IJobStore.HeartbeatAsync) or nameof(IJobStore.JoinAsync));
        await MeanwhileAsync(dispatcher, () => Task.FromResult(Cluster.Store.Refusals > 8));
        Cluster.Store.Mend();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(second.Asked.IsCompleted));
        await first.SucceedAsync();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(dispatcher.InFlight == 1));

        await Cluster.Store.CancelAsync(Cluster.Owner, job, CancellationToken.None);
        await MeanwhileAsync(dispatcher, async () => (await Cluster.FindAsync(job)).State == JobState.Cancelled);

        await Cluster.PassUntilAsync(dispatcher.StopAsync(CancellationToken.None), TimeSpan.FromSeconds(1));
        Cluster.Services.Sold.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_database_that_comes_and_goes_costs_time_and_no_job()
    {
        var jobs = new List<JobId>();
        for (var i = 0; i < 5; i++)
        {
            jobs.Add(await Cluster.CreateAsync());
        }

        var calls = 0;
        Cluster.Store.Break(_ => Interlocked.Increment(ref calls) % 5 == 0);
        using var dispatcher = await StartAsync();
        await MeanwhileAsync(dispatcher, async () =>
        {
            foreach (var job in jobs)
            {
                if ((await Cluster.FindAsync(job)).State != JobState.Completed)
                {
                    return false;
                }
            }

            return true;
        });

        Cluster.Store.Refusals.ShouldBeGreaterThan(5);
        Cluster.Store.Mend();
        await dispatcher.StopAsync(CancellationToken.None);
        Cluster.Services.Sold.Count.ShouldBe(5 * 7);
    }

    [Fact]
    public async Task A_node_that_hears_out_a_long_request_while_it_stops_is_not_taken_for_dead()
    {
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var other = await Cluster.JoinAsync();
        using var dispatcher = await StartAsync();
        await MeanwhileAsync(dispatcher, () => Task.FromResult(image.Asked.IsCompleted));

        var stopping = dispatcher.StopAsync(CancellationToken.None);
        for (var half = 0; half < 14; half++)
        {
            // Its heartbeat, and the patience with the request.
            await Cluster.AsleepAsync(timers: 2);
            await Cluster.PassAsync(TimeSpan.FromSeconds(0.5));
            (await Cluster.Store.SweepAsync(other.Lease, Cluster.Options.LeaseTime, CancellationToken.None)).ShouldBe(0);
        }

        await image.SucceedAsync();
        await stopping;

        var claimed = (await other.ReadyAsync()).ShouldHaveSingleItem();
        (claimed.Job.Id, claimed.Job.Deaths).ShouldBe((job, 0));
        claimed.Calls.ShouldContain(call => call.Id.Stage == Stages.Image && call.State == CallState.Succeeded);
        Cluster.Services.Sent.Count(call => call.Id.Stage == Stages.Image).ShouldBe(1);
    }
}
