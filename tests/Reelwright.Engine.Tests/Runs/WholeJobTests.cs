using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>A job from its claim to its end, as its watchers see it.</summary>
public sealed class WholeJobTests : ClusterTest
{
    [Fact]
    public async Task A_job_runs_through_its_stages_and_buys_each_call_once()
    {
        var job = await Cluster.CreateAsync();

        await (await Cluster.JoinAsync()).RunAsync();

        var record = await Cluster.FindAsync(job);
        record.State.ShouldBe(JobState.Completed);
        record.Percentage.ShouldBe(100);
        record.CurrentStage.ShouldBe("completed");
        record.StagesCompleted.ShouldBe([Stages.Parsing, Stages.Image, Stages.Video, Stages.Composition]);
        record.CompletedAt.ShouldNotBeNull();
        (record.Settled, record.Reserved).ShouldBe((7 * 0.25m, 0m));
        record.Costs[Stages.Video].ShouldBe(1.00m);
        Cluster.Services.Sold.Count.ShouldBe(7);
        Cluster.Services.Sent.Count.ShouldBe(7);
        (await Cluster.LedgerAsync(job)).ShouldAllBe(call => call.State == CallState.Succeeded && call.Attempts == 1 && call.Failures == 0);
    }

    [Fact]
    public async Task The_end_of_a_stage_is_logged_with_its_time_and_its_own_cost()
    {
        const int stageCompleted = 10;
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();

        await node.RunAsync();

        var texts = node.Log.Texts(stageCompleted).ToList();
        texts.Count.ShouldBe(4);
        texts[1].ShouldMatch($@"^Job {job} finished image_generation in \d+\.\d s for 0\.25 dollars\.$");
        texts[2].ShouldMatch($@"^Job {job} finished video_generation in \d+\.\d s for 1\.00 dollars\.$");
    }

    [Fact]
    public async Task Watchers_see_each_percentage_once_and_in_order_when_the_clips_come_one_by_one()
    {
        var clips = Enumerable.Range(0, 4).Select(index => Cluster.Services.Hold(Stages.Video, index)).ToList();
        var job = await Cluster.CreateAsync();
        var work = (await Cluster.JoinAsync()).RunAsync();
        for (var index = 0; index < 4; index++)
        {
            await clips[index].SucceedAsync();
            var made = index + 1;
            await Soon(async () => (await Cluster.EventsAsync(job, "clip")).Count == made);
        }

        await work;

        (await Cluster.EventsAsync(job, JobEvents.ProgressKind)).Select(data => data.GetProperty("percentage").GetInt32()).ShouldBe([0, 20, 35, 47, 60, 72, 85, 100]);
        (await Cluster.EventsAsync(job, JobEvents.StageKind)).Select(data => $"{data.GetProperty("stage")} {data.GetProperty("status")}").ShouldBe(
        [
            "prompt_parsing started", "prompt_parsing completed", "image_generation started", "image_generation completed",
            "video_generation started", "video_generation completed", "composition started", "composition completed",
        ]);
        (await Cluster.EventsAsync(job, "clip")).Select(data => data.GetProperty("index").GetInt32()).ShouldBe([0, 1, 2, 3]);
        (await Cluster.EventsAsync(job, JobEvents.CostKind)).Select(data => data.GetProperty("total_usd").GetDecimal()).ShouldBe([0.25m, 0.50m, 0.75m, 1.00m, 1.25m, 1.50m, 1.75m]);
        (await Cluster.EventsAsync(job, JobEvents.DoneKind)).ShouldHaveSingleItem().GetProperty("status").GetString().ShouldBe("completed");
        (await Cluster.EventsAsync(job)).Select(item => item.Sequence).ShouldBe(Enumerable.Range(1, (await Cluster.EventsAsync(job)).Count).Select(number => (long)number));
    }

    [Fact]
    public async Task What_the_stages_publish_is_the_jobs_as_soon_as_it_is_there()
    {
        var film = Cluster.Services.Hold(Stages.Composition, 0);
        var job = await Cluster.CreateAsync();
        var work = (await Cluster.JoinAsync()).RunAsync();
        await film.Asked;

        (await Cluster.FindAsync(job)).Documents.Keys.ShouldBe(["plan", "clips"], ignoreOrder: true);

        await film.SucceedAsync();
        await work;
        (await Cluster.FindAsync(job)).Documents["result"].ShouldBe("""[{"made":"composition 0"}]""");
    }

    [Fact]
    public async Task No_more_clips_are_on_their_way_than_the_limit_says()
    {
        Cluster.Options.MaxParallelClips = 2;
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 3));
        var clips = Enumerable.Range(0, 3).Select(index => Cluster.Services.Hold(Stages.Video, index)).ToList();
        await Cluster.CreateAsync();
        var work = (await Cluster.JoinAsync()).RunAsync();
        await Task.WhenAll(clips[0].Asked, clips[1].Asked);
        clips[2].Asked.IsCompleted.ShouldBeFalse();

        await clips[1].SucceedAsync();
        await clips[2].Asked;
        await clips[0].SucceedAsync();
        await clips[2].SucceedAsync();
        await work;

        Cluster.Services.Sold.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_warning_comes_once_with_the_call_that_reaches_the_warning_level()
    {
        Cluster.Services.Price = 1.00m;
        Cluster.Options.BudgetWarningUsd = 3.00m;
        var job = await Cluster.CreateAsync();

        await (await Cluster.JoinAsync()).RunAsync();

        var warning = (await Cluster.EventsAsync(job, JobEvents.WarningKind)).ShouldHaveSingleItem();
        warning.GetProperty("code").GetString().ShouldBe("BUDGET_WARNING");
        warning.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("$3.00");
        var kinds = (await Cluster.EventsAsync(job)).Select(item => item.Kind).ToList();
        kinds.Take(kinds.IndexOf(JobEvents.WarningKind)).Count(kind => kind == JobEvents.CostKind).ShouldBe(3);
    }
}
