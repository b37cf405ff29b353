using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_intent_reserves_and_a_settlement_replaces_the_reservation()
    {
        var claimed = await ClaimNewAsync();
        var call = fixture.Intent(claimed.Job.Id, estimate: 0.40m);

        var intended = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        intended.Reserved.ShouldBe(0.40m);
        intended.Settled.ShouldBe(0m);

        var settled = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(call, cost: 0.000400m)] });
        settled.Reserved.ShouldBe(0m);
        settled.Settled.ShouldBe(0.0004m);
        (await fixture.FindAsync(claimed.Job.Id)).Costs["video_generation"].ShouldBe(0.0004m);
    }

    [Fact]
    public async Task The_budget_refuses_the_call_that_it_does_not_hold_and_takes_the_others()
    {
        var claimed = await ClaimNewAsync(limit: 1m);
        var calls = Enumerable.Range(0, 3).Select(i => fixture.Intent(claimed.Job.Id, index: i, estimate: 0.40m)).ToList();

        var outcome = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = calls });

        outcome.Refused.ShouldBe([calls[2].Id]);
        outcome.Reserved.ShouldBe(0.80m);
        (await fixture.Reader.CallsAsync("ada", claimed.Job.Id, CancellationToken.None))!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_settlement_in_the_same_step_makes_room_for_the_next_intent()
    {
        var claimed = await ClaimNewAsync(limit: 0.5m);
        var first = fixture.Intent(claimed.Job.Id, index: 0, estimate: 0.40m);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [first] });

        var outcome = await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates = [fixture.Succeed(first, cost: 0.05m)],
            Intents = [fixture.Intent(claimed.Job.Id, index: 1, estimate: 0.40m)],
        });

        outcome.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_settled_call_never_changes_again()
    {
        var claimed = await ClaimNewAsync();
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(call, cost: 0.25m)] });

        var outcome = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(call, cost: 7m), call with { State = CallState.Unknown }] });

        outcome.Settled.ShouldBe(0.25m);
        (await fixture.Reader.CallsAsync("ada", claimed.Job.Id, CancellationToken.None))!.Single().State.ShouldBe(CallState.Succeeded);
    }

    [Fact]
    public async Task A_call_in_doubt_keeps_its_estimate_beyond_the_end_of_the_job()
    {
        var claimed = await ClaimNewAsync();
        var call = fixture.Intent(claimed.Job.Id, estimate: 0.40m);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });

        var outcome = await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates = [call with { State = CallState.Unknown }],
            Ending = new JobEnding(JobState.Failed, new JobFailure { Code = "VIDEO_GENERATION_FAILED", Message = "It failed." }),
        });

        (outcome.Reserved, outcome.InDoubt).ShouldBe((0m, 0.40m));
    }

    [Fact]
    public async Task Events_are_numbered_without_gaps_and_follow_each_other()
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [new JobEvent("stage", "{}"), new JobEvent("progress", "{}")] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [new JobEvent("clip", """{"index":1}""")] });

        var events = (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None))!;
        events.Select(item => item.Sequence).ShouldBe([1, 2, 3]);
        (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, 2, CancellationToken.None))!.Single().Data.ShouldBe("""{"index":1}""");
    }

    [Fact]
    public async Task A_step_that_lost_its_lease_writes_nothing_at_all()
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { ParkUntil = fixture.Time.GetUtcNow() });

        var outcome = await fixture.Store.CommitAsync(
            new JobStep(claimed.Fence)
            {
                Intents = [fixture.Intent(claimed.Job.Id)],
                Events = [new JobEvent("stage", "{}")],
                Progress = new StageProgress("composition", [], 99),
                Ending = new JobEnding(JobState.Completed, null),
            },
            CancellationToken.None);

        outcome.ShouldBeOfType<StepOutcome.LeaseLost>();
        var found = await fixture.FindAsync(claimed.Job.Id);
        found.State.ShouldBe(JobState.Processing);
        found.Percentage.ShouldBe(0);
        (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None)).ShouldBeEmpty();
        (await fixture.Reader.CallsAsync("ada", claimed.Job.Id, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_documents_and_ending_are_read_back_as_written()
    {
        var claimed = await ClaimNewAsync();
        var plan = """{"scenes":[{"prompt":"蒸気 \"quoted\" \\ 🎬"}]}""";
        await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Progress = new StageProgress("completed", ["prompt_parsing", "image_generation"], 100),
            Documents = new Dictionary<string, string> { ["plan"] = plan, ["result"] = """{"video_url":"media:jobs/x/film.mp4"}""" },
            Ending = new JobEnding(JobState.Completed, null),
        });

        var found = await fixture.FindAsync(claimed.Job.Id);
        found.State.ShouldBe(JobState.Completed);
        found.CompletedAt.ShouldBe(fixture.Time.GetUtcNow());
        found.StagesCompleted.ShouldBe(["prompt_parsing", "image_generation"]);
        found.Documents["plan"].ShouldBe(plan);
        found.Documents.ContainsKey("clips").ShouldBeFalse();
    }

    [Theory]
    [InlineData("half a pair \ud83c and a zero \0 in it")]
    [InlineData("\0")]
    [InlineData("whole pairs 🎬 stay")]
    public async Task A_job_can_fail_with_any_message(string message)
    {
        var claimed = await ClaimNewAsync();
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });

        await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates = [call with { State = CallState.Failed, LastError = message, ErrorCode = message, Provider = message, SettledAt = fixture.Time.GetUtcNow() }],
            Ending = new JobEnding(JobState.Failed, new JobFailure { Code = "X", Message = message, LastError = message }),
        });

        var found = await fixture.FindAsync(claimed.Job.Id);
        found.State.ShouldBe(JobState.Failed);
        found.Failure.ShouldNotBeNull().Message.Length.ShouldBe(message.Length);
        (await fixture.Reader.CallsAsync("ada", claimed.Job.Id, CancellationToken.None))!.Single().State.ShouldBe(CallState.Failed);
    }

    private async Task<ClaimedJob> ClaimNewAsync(decimal limit = 10m)
    {
        await fixture.CreateAsync(limit: limit);
        return await fixture.ClaimOneAsync(await fixture.JoinAsync());
    }
}
