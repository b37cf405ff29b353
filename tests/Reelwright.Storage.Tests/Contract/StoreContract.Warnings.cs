using System.Text.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_job_has_no_warnings_until_a_step_warns()
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [JobEvents.Stage("composition", "started")] });

        (await WarningsAsync(claimed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Warnings_are_kept_in_their_order_and_each_once()
    {
        var claimed = await ClaimNewAsync();
        var voice = JobEvents.Warning("VOICE_LEFT_OUT", "No voice speaks 'German' \"here\".", "composition", scene: null, index: 0);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [JobEvents.Warning("BUDGET_WARNING", "More than $5."), voice] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [voice, JobEvents.Warning("TEXT_CUT", "A text was cut.", "composition", scene: 2, index: 0)] });

        (await WarningsAsync(claimed)).ShouldBe(["BUDGET_WARNING // More than $5.", "VOICE_LEFT_OUT composition// No voice speaks 'German' \"here\".", "TEXT_CUT composition/2/ A text was cut."]);
    }

    [Fact]
    public async Task A_call_that_is_done_again_replaces_its_own_warnings_and_no_others()
    {
        var claimed = await ClaimNewAsync();
        LedgerCall[] first = [fixture.Intent(claimed.Job.Id, index: 0), fixture.Intent(claimed.Job.Id, index: 1)];
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = first });
        await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates = [.. first.Select(call => fixture.Succeed(call))],
            Events =
            [
                JobEvents.Warning("A", "The first clip.", "video_generation", 0, 0),
                JobEvents.Warning("B", "The second clip.", "video_generation", 1, 1),
                JobEvents.Warning("C", "All clips.", "video_generation"),
            ],
        });
        var again = fixture.Intent(claimed.Job.Id, index: 1, generation: 1);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [again] });

        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(again)], Events = [JobEvents.Warning("D", "The new clip.", "video_generation", 1, 1)] });

        (await WarningsAsync(claimed)).ShouldBe(["A video_generation/0/ The first clip.", "C video_generation// All clips.", "D video_generation/1/ The new clip."]);
    }

    [Fact]
    public async Task A_retry_keeps_the_warnings()
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [JobEvents.Warning("A", "Something.")], Ending = new JobEnding(JobState.Failed, null) });

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);

        (await WarningsAsync(claimed)).ShouldBe(["A // Something."]);
    }

    [Fact]
    public async Task A_step_that_lost_its_lease_leaves_no_warning()
    {
        var claimed = await ClaimNewAsync();
        var stranger = await fixture.JoinAsync();

        await fixture.Store.CommitAsync(new JobStep(claimed.Fence with { Lease = stranger }) { Events = [JobEvents.Warning("A", "Something.")] }, CancellationToken.None);

        (await WarningsAsync(claimed)).ShouldBeEmpty();
    }

    private async Task<List<string>> WarningsAsync(ClaimedJob claimed)
    {
        using var warnings = JsonDocument.Parse((await fixture.FindAsync(claimed.Job.Id)).Warnings);
        return [.. warnings.RootElement.EnumerateArray().Select(item => $"{item.GetProperty("code")} {item.GetProperty("stage")}/{item.GetProperty("scene")}/ {item.GetProperty("message")}")];
    }
}
