using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>A node stops in good order, or dies again and again.</summary>
public sealed class ShutdownTests : ClusterTest
{
    [Fact]
    public async Task At_shutdown_a_request_is_heard_out_and_the_job_goes_on_elsewhere_at_once()
    {
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var leaving = await Cluster.JoinAsync();
        var work = leaving.RunAsync();
        await image.Asked;

        leaving.BeginShutdown();
        await image.SucceedAsync();
        await work;
        await (await Cluster.JoinAsync()).RunAsync();

        var record = await Cluster.FindAsync(job);
        (record.State, record.Settled).ShouldBe((JobState.Completed, 7 * 0.25m));
        (await Cluster.LedgerAsync(job)).ShouldAllBe(call => call.Attempts == 1);
    }

    [Fact]
    public async Task A_request_that_outlasts_the_patience_stays_in_doubt_and_is_asked_again_under_its_key()
    {
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var leaving = await Cluster.JoinAsync();
        var work = leaving.RunAsync();
        var asked = await image.Asked;

        leaving.BeginShutdown();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));
        await (await Cluster.JoinAsync()).RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
        Cluster.Services.Sent.Where(call => call.Id.Stage == Stages.Image).Select(call => call.IdempotencyKey).ShouldBe([asked.IdempotencyKey, asked.IdempotencyKey]);
    }

    [Fact]
    public async Task A_request_to_a_service_that_cannot_be_asked_twice_is_heard_out_however_long_it_takes()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var leaving = await Cluster.JoinAsync();
        var work = leaving.RunAsync();
        await image.Asked;

        leaving.BeginShutdown();
        await Cluster.AsleepAsync();
        await Cluster.PassAsync(TimeSpan.FromSeconds(60));
        work.IsCompleted.ShouldBeFalse();
        await image.SucceedAsync();
        await work;
        await (await Cluster.JoinAsync()).RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sent.Count(call => call.Id.Stage == Stages.Image).ShouldBe(1);
    }

    [Fact]
    public async Task An_operation_is_not_waited_for_at_shutdown_and_polled_by_the_next_owner()
    {
        Cluster.Services.Answer(Stages.Image, 0, new CallOutcome.Accepted("/operations/1", TimeSpan.FromMinutes(5)));
        var job = await Cluster.CreateAsync();
        var leaving = await Cluster.JoinAsync();
        var work = leaving.RunAsync();
        await Soon(async () => (await Cluster.LedgerAsync(job)).Any(call => call.State == CallState.Accepted));

        leaving.BeginShutdown();
        await work;
        await (await Cluster.JoinAsync()).RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sent.Count(call => call.Id.Stage == Stages.Image).ShouldBe(1);
    }

    [Fact]
    public async Task A_job_whose_node_dies_three_times_without_anybody_else_to_blame_is_failed_and_nothing_more_is_bought()
    {
        var job = await Cluster.CreateAsync();
        for (var death = 0; death < 3; death++)
        {
            var doomed = await Cluster.JoinAsync();
            (await doomed.ReadyAsync()).ShouldHaveSingleItem();
            await DieAsync(doomed);
        }

        await (await Cluster.JoinAsync()).RunAsync();

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure!.Code).ShouldBe((JobState.Failed, EngineFailureCodes.InternalError));
        record.Failure.Message.ShouldContain("died 3 times");
        Cluster.Services.Sent.ShouldBeEmpty();
        (await Cluster.EventsAsync(job, JobEvents.DoneKind)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_jobs_that_share_their_deaths_none_is_failed_over_them()
    {
        var jobs = new[] { await Cluster.CreateAsync(), await Cluster.CreateAsync() };
        for (var death = 0; death < PoisonJobRules.From; death++)
        {
            var doomed = await Cluster.JoinAsync();
            (await doomed.ReadyAsync()).Count.ShouldBe(2);
            await DieAsync(doomed);
        }

        // On trial each lives through two more that are not its fault.
        for (var death = 0; death < 4; death++)
        {
            var doomed = await Cluster.JoinAsync();
            (await doomed.ReadyAsync()).ShouldHaveSingleItem();
            await DieAsync(doomed);
        }

        var last = await Cluster.JoinAsync();
        foreach (var job in jobs)
        {
            await last.RunAsync();
        }

        foreach (var job in jobs)
        {
            (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        }
    }

    [Fact]
    public async Task Two_deaths_are_forgotten_once_the_job_makes_progress()
    {
        var job = await Cluster.CreateAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var death = 0; death < 2; death++)
            {
                var doomed = await Cluster.JoinAsync();
                (await doomed.ReadyAsync()).ShouldHaveSingleItem();
                await DieAsync(doomed);
            }

            Cluster.Services.Answer(round == 0 ? Stages.Image : Stages.Composition, 0, new CallOutcome.Withheld("The circuit is open", TimeSpan.FromSeconds(30)));
            await (await Cluster.JoinAsync()).RunAsync();
            await Cluster.PassAsync(TimeSpan.FromSeconds(31));
        }

        await (await Cluster.JoinAsync()).RunAsync();
        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task A_node_that_the_database_left_waiting_and_that_joins_again_has_not_died()
    {
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        for (var stall = 0; stall < 4; stall++)
        {
            (await node.ReadyAsync()).ShouldHaveSingleItem().Job.Deaths.ShouldBe(0);
            Cluster.Time.Advance(Cluster.Options.LeaseTime);
            node.Membership.LoseIfOverdue();
            node.Membership.Current.ShouldBeNull();
            await node.Membership.RenewAsync(CancellationToken.None);
            await Cluster.Store.SweepAsync(node.Lease, Cluster.Options.LeaseTime, CancellationToken.None);
        }

        await node.RunAsync();
        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
    }

    private async Task DieAsync(Node node)
    {
        node.Hangs = true;
        await Cluster.PassAsync(Cluster.Options.LeaseTime + TimeSpan.FromSeconds(1));
        var other = await Cluster.JoinAsync();
        (await Cluster.Store.SweepAsync(other.Lease, Cluster.Options.LeaseTime, CancellationToken.None)).ShouldBe(1);
        await other.Membership.LeaveAsync(CancellationToken.None);
        other.Hangs = true;
    }
}
