using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>Costs that a service does not name, and prices that it announces too low.</summary>
public sealed class PriceTests : ClusterTest
{
    [Fact]
    public async Task A_delivery_without_a_readable_cost_is_kept_at_its_estimate_with_a_warning()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1));
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.Succeeded("{}", null, null, "cost is \"0.05\", which is not a number"));
        var job = await Cluster.CreateAsync();

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        (await Cluster.FindAsync(job)).Settled.ShouldBe(0.40m);
        (await Cluster.CallAsync(job, Stages.Video)).CostSource.ShouldBe(CostSources.Estimated);
        var warning = (await Cluster.EventsAsync(job, JobEvents.WarningKind)).ShouldHaveSingleItem();
        warning.GetProperty("code").GetString().ShouldBe("COST_ESTIMATED");
        warning.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("which is not a number");
    }

    [Fact]
    public async Task What_a_service_has_billed_corrects_the_estimate_of_its_next_call()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 3));
        Cluster.Options.MaxParallelClips = 1;
        Cluster.Services.TraitsOf = _ => Traits.Idempotent with { PricePerCall = 0.01m };
        Cluster.Services.Price = 0.60m;
        var job = await Cluster.CreateAsync(limit: 1.50m);

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        var record = await Cluster.FindAsync(job);
        (record.Failure?.Code, record.Settled).ShouldBe((EngineFailureCodes.BudgetExceeded, 1.20m));
    }

    [Fact]
    public async Task A_price_by_the_second_is_corrected_by_the_second()
    {
        Cluster.Pipeline = Stages.Of(new TestStage(Stages.Video, Stages.Video, 100, 2) { SecondsOfEach = [4, 8] });
        Cluster.Options.MaxParallelClips = 1;
        Cluster.Services.TraitsOf = _ => Traits.Idempotent with { PricePerCall = 0, PricePerSecond = 0.01m };
        Cluster.Services.Price = 0.40m;
        var job = await Cluster.CreateAsync();

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        (await Cluster.LedgerAsync(job)).Select(call => call.Estimate).ShouldBe([0.04m, 0.80m]);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 4)]
    public async Task A_price_that_is_not_proven_does_not_open_the_limit(bool proven, int atOnce)
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 4));
        Cluster.Services.TraitsOf = _ => Traits.Idempotent with { PricePerCall = 0.01m, UsualPricePerCall = 0.40m, PriceProven = proven };
        var clips = Enumerable.Range(0, 4).Select(index => Cluster.Services.Hold(Stages.Video, index)).ToList();
        var job = await Cluster.CreateAsync(limit: 0.70m);
        var work = RunToEndAsync(await Cluster.JoinAsync(), job);
        await clips[0].Asked;
        await Soon(async () => (await Cluster.LedgerAsync(job)).Count == atOnce);

        clips.ForEach(clip => clip.Answer(new CallOutcome.Succeeded("{}", 0.40m, null)));
        await work;

        (await Cluster.LedgerAsync(job)).Count.ShouldBe(atOnce);
        (await Cluster.FindAsync(job)).Settled.ShouldBe(atOnce * 0.40m);
    }
}
