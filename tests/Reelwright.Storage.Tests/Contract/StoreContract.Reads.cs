using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Jobs_are_listed_newest_first_page_by_page_without_loss_or_repetition()
    {
        var made = new List<JobId>();
        for (var i = 0; i < 7; i++)
        {
            made.Add(await fixture.CreateAsync());
            await fixture.AdvanceAsync(TimeSpan.FromMilliseconds(i % 2));
        }

        await fixture.CreateAsync(owner: "bob");
        var seen = new List<JobId>();
        JobCursor? after = null;
        while (true)
        {
            var page = await fixture.Reader.ListAsync(new JobFilter { Owner = "ada", Limit = 3, After = after }, CancellationToken.None);
            seen.AddRange(page.Select(job => job.Id));
            if (page.Count < 3)
            {
                break;
            }

            after = new JobCursor(page[^1].CreatedAt, page[^1].Id);
        }

        seen.Distinct().Count().ShouldBe(7);
        seen.ShouldBe(made, ignoreOrder: true);
        seen[0].ShouldBeOneOf(made[^1], made[^2]);
    }

    [Theory]
    [InlineData("Éclairs from LYON", "éclairs")]
    [InlineData("реклама для Москвы", "МОСКВЫ")]
    [InlineData("Διαφήμιση για ρολόι", "ΔΙΑΦΉΜΙΣΗ")]
    public async Task Words_of_the_prompt_are_found_in_any_case_in_every_script(string prompt, string part)
    {
        var job = await fixture.CreateAsync(prompt: prompt);
        await fixture.CreateAsync(prompt: "Something else");

        var found = await fixture.Reader.ListAsync(new JobFilter { Owner = "ada", Limit = 10, PromptContains = part }, CancellationToken.None);

        found.Select(each => each.Id).ShouldBe([job]);
    }

    [Fact]
    public async Task Jobs_are_filtered_by_state_time_and_words_of_the_prompt()
    {
        var kettle = await fixture.CreateAsync(prompt: "A quiet KETTLE for early mornings");
        await fixture.AdvanceAsync(TimeSpan.FromMinutes(1));
        var shoe = await fixture.CreateAsync(prompt: "A light running shoe, 100% fun_");
        await fixture.Store.CancelAsync("ada", shoe, CancellationToken.None);

        async Task<IEnumerable<JobId>> List(Func<JobFilter, JobFilter> with) =>
            (await fixture.Reader.ListAsync(with(new JobFilter { Owner = "ada", Limit = 10 }), CancellationToken.None)).Select(job => job.Id);

        (await List(filter => filter with { PromptContains = "kettle" })).ShouldBe([kettle]);
        (await List(filter => filter with { PromptContains = "%" })).ShouldBe([shoe]);
        (await List(filter => filter with { State = JobState.Queued })).ShouldBe([kettle]);
        (await List(filter => filter with { CreatedAfter = fixture.Time.GetUtcNow() - TimeSpan.FromSeconds(30) })).ShouldBe([shoe]);
        (await List(filter => filter with { CreatedBefore = fixture.Time.GetUtcNow() - TimeSpan.FromSeconds(30) })).ShouldBe([kettle]);
    }
}
