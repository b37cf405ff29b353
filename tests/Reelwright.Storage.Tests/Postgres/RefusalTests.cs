using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>What the database refuses, and whom that touches.</summary>
public sealed class RefusalTests(PostgresCluster cluster) : IAsyncLifetime
{
    private PostgresFixture fixture = null!;

    public async ValueTask InitializeAsync() => fixture = await PostgresFixture.OpenAsync(cluster);

    public async ValueTask DisposeAsync()
    {
        await fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_write_that_is_refused_takes_no_other_of_its_batch_with_it()
    {
        var writes = Enumerable.Range(0, 40).Select(number => fixture.NewJob() with { Request = number is 7 or 23 ? "{ not JSON" : "{}" }).ToList();

        var outcomes = writes.Select(job => fixture.Store.CreateAsync(job, CancellationToken.None)).ToList();

        for (var number = 0; number < outcomes.Count; number++)
        {
            if (number is 7 or 23)
            {
                (await Should.ThrowAsync<PostgresException>(outcomes[number])).SqlState.ShouldBe(PostgresErrorCodes.InvalidTextRepresentation);
            }
            else
            {
                (await outcomes[number]).ShouldBeOfType<CreateOutcome.Created>();
            }
        }
    }

    [Fact]
    public async Task Every_transition_that_is_not_in_the_table_is_refused_by_the_database()
    {
        var job = await fixture.CreateAsync();
        foreach (var from in Enum.GetValues<JobState>())
        {
            foreach (var to in Enum.GetValues<JobState>().Where(state => state != from))
            {
                await fixture.ExecuteAsync($"ALTER TABLE jobs DISABLE TRIGGER ALL; UPDATE jobs SET status = '{from.ToWord()}' WHERE id = '{job}'; ALTER TABLE jobs ENABLE TRIGGER ALL");
                var change = () => fixture.ExecuteAsync($"UPDATE jobs SET status = '{to.ToWord()}' WHERE id = '{job}'");
                if (from.CanBecome(to))
                {
                    (await change()).ShouldBe(1);
                }
                else
                {
                    (await Should.ThrowAsync<PostgresException>(change, $"{from} -> {to}")).MessageText.ShouldBe($"a job does not become {to.ToWord()} when it is {from.ToWord()}");
                }
            }
        }
    }

    [Theory]
    [InlineData("state = 'failed'")]
    [InlineData("cost = 7")]
    [InlineData("cost = NULL")]
    [InlineData("response = 'other'")]
    public async Task A_settled_call_is_changed_by_nobody(string change)
    {
        await fixture.CreateAsync();
        var claimed = await fixture.ClaimOneAsync(await fixture.JoinAsync());
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(call)] });

        await Should.ThrowAsync<PostgresException>(() => fixture.ExecuteAsync($"UPDATE calls SET {change}"));
        (await fixture.ExecuteAsync("UPDATE calls SET reused = reused + 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_steps_of_one_job_at_once_follow_each_other()
    {
        await fixture.CreateAsync();
        var claimed = await fixture.ClaimOneAsync(await fixture.JoinAsync());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            fixture.Store.CommitAsync(new JobStep(claimed.Fence) { Events = [new JobEvent($"e{number}", "{}")] }, CancellationToken.None)));

        outcomes.ShouldAllBe(outcome => outcome is StepOutcome.Applied);
        (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None))!.Select(item => item.Kind)
            .ShouldBe(Enumerable.Range(0, 20).Select(number => $"e{number}"));
    }

    [Fact]
    public async Task A_node_whose_clock_is_wrong_neither_parks_nor_reads_by_it()
    {
        var job = await fixture.CreateAsync();
        var lease = await fixture.JoinAsync();

        // From here on this node's clock is ten minutes ahead of the database's.
        fixture.Time.Advance(TimeSpan.FromMinutes(10));
        var claimed = await fixture.ClaimOneAsync(lease);
        claimed.Job.StartedAt.ShouldBe(fixture.Time.GetUtcNow());
        var call = fixture.Intent(job);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        var soon = fixture.Time.GetUtcNow() + TimeSpan.FromSeconds(30);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [call with { State = CallState.Unknown, RunAt = soon }], ParkUntil = soon });

        (await fixture.Store.ClaimAsync(lease, 1, CancellationToken.None)).ShouldBeEmpty();
        await fixture.ExecuteAsync("UPDATE clock.moment SET at = at + interval '30 seconds'");
        fixture.Time.Advance(TimeSpan.FromSeconds(30));
        (await fixture.ClaimOneAsync(lease)).Calls.Single().RunAt.ShouldBe(soon);
    }

    [Fact]
    public async Task The_columns_that_others_read_are_what_their_names_say()
    {
        await fixture.CreateAsync();
        var claimed = await fixture.ClaimOneAsync(await fixture.JoinAsync());
        var documents = new Dictionary<string, string>
        {
            ["reference_image_url"] = "\"media:jobs/x/image \\u00e9\\\"q\\\".png\"",
            ["clips"] = """[{"index":0,"video_url":"a,\"b\\c","status":"succeeded"},{"index":1,"video_url":null,"status":"pending"}]""",
        };
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Documents = documents, Ending = new JobEnding(JobState.Completed, null) });

        (await fixture.ScalarAsync<string>("SELECT reference_image_url FROM jobs")).ShouldBe("media:jobs/x/image é\"q\".png");
        (await fixture.ScalarAsync<string>("SELECT clip_urls[1] FROM jobs")).ShouldBe("a,\"b\\c");
        (await fixture.ScalarAsync<int>("SELECT cardinality(clip_urls) FROM jobs")).ShouldBe(2);
        var found = await fixture.FindAsync(claimed.Job.Id);
        found.Documents["clips"].ShouldBe(documents["clips"]);
        System.Text.Json.JsonDocument.Parse(found.Documents["reference_image_url"]).RootElement.GetString().ShouldBe("media:jobs/x/image é\"q\".png");
    }
}
