using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData("Une publicit\u00e9 pour th\u00e9", "PUBLICITE\u0301")]
    [InlineData("Une publicite\u0301 pour the\u0301", "publicit\u00e9")]
    [InlineData("Werbung f\u00fcr die Hauptstra\u00dfe", "HAUPTSTRASSE")]
    [InlineData("WERBUNG AUF DER HAUPTSTRASSE", "stra\u00dfe")]
    [InlineData("\uff37\uff41\uff54\uff43\uff48\uff45\uff53 and more", "watches")]
    [InlineData("An e\uff0dbike \ufb01rst of all", "FIRST")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af coffee", "\ud55c\uae00")]
    [InlineData("\ud55c\uae00 coffee", "\u1112\u1161\u11ab\u1100\u1173\u11af")]
    [InlineData("\u0130STANBUL by night", "istanbul")]
    [InlineData("I\u0307stanbul by night", "\u0130stanbul")]
    [InlineData("\u03c4\u03b5\u03bb\u03b9\u03ba\u03cc\u03c2", "\u03a4\u0395\u039b\u0399\u039a\u039f\u0301\u03a3")]
    [InlineData("soft\u00adhyphen and zero\u200bwidth", "softhyphen")]
    [InlineData("\u8109\u640f\u624b\u8868\u5ee3\u544a", "\u640f\u624b")]
    [InlineData("\u8109\u640f\u624b\u8868\u5ee3\u544a", "\u640f\u624b\u8868")]
    [InlineData("camels \ud83d\udc2a\ud83d\udc2b\ud83e\udd99 today", "\ud83d\udc2a\ud83d\udc2b\ud83e\udd99")]
    [InlineData("a\u0323\u0307 with two marks", "a\u0307\u0323 with")]
    [InlineData("say \"hello\" to 100% of_them", "\"hello\" to 100% of_")]
    [InlineData("NOT this OR (that) * NEAR", "or (that) *")]
    [InlineData("x", "X")]
    [InlineData("two", "WO")]
    public async Task Parts_of_a_prompt_are_found_in_any_case_and_normal_form_at_any_length(string prompt, string part)
    {
        var job = await fixture.CreateAsync(prompt: prompt);
        await fixture.CreateAsync(prompt: "Quite another kettle");
        await fixture.CreateAsync(owner: "bob", prompt: prompt);

        (await SearchAsync(part)).ShouldBe([job]);
    }

    [Theory]
    [InlineData("A quiet kettle", "kettles")]
    [InlineData("kettle ettles", "kettles")]
    [InlineData("A resume\u0301", "resume ")]
    [InlineData("caf\u00e9", "cafe")]
    public async Task What_only_looks_alike_is_not_found(string prompt, string part)
    {
        await fixture.CreateAsync(prompt: prompt);

        (await SearchAsync(part)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_a_search_have_no_gap_or_repeat_also_within_one_moment()
    {
        var made = new List<JobId>();
        for (var i = 0; i < 25; i++)
        {
            made.Add(await fixture.CreateAsync(prompt: $"Kettle number {i}"));
            await fixture.CreateAsync(prompt: "A shoe");
            await fixture.AdvanceAsync(TimeSpan.FromMilliseconds(i % 5 == 0 ? 1 : 0));
        }

        var seen = new List<JobRecord>();
        JobCursor? after = null;
        do
        {
            var page = await fixture.Reader.ListAsync(
                new JobFilter { Owner = "ada", Limit = 4, After = after, PromptContains = "KETTLE" }, CancellationToken.None);
            seen.AddRange(page);
            after = page.Count == 4 ? new JobCursor(page[^1].CreatedAt, page[^1].Id) : null;
        }
        while (after is not null);

        seen.Select(job => job.Id).ShouldBe(made, ignoreOrder: true);
        seen.ShouldBe(seen.OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Old_jobs_are_found_behind_many_new_ones_with_other_filters_too()
    {
        var old = await fixture.CreateAsync(prompt: "An old kettle");
        var cancelled = await fixture.CreateAsync(prompt: "Another kettle");
        await fixture.Store.CancelAsync("ada", cancelled, CancellationToken.None);
        await fixture.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(i => fixture.CreateAsync(prompt: $"A shoe of size {i}")));

        (await SearchAsync("kettle")).ShouldBe([cancelled, old], ignoreOrder: true);
        (await SearchAsync("ke")).ShouldBe([cancelled, old], ignoreOrder: true);
        (await SearchAsync("kettle", filter => filter with { State = JobState.Cancelled })).ShouldBe([cancelled]);
        (await SearchAsync("kettle", filter => filter with { CreatedAfter = StoreFixture.Start + TimeSpan.FromSeconds(30) })).ShouldBeEmpty();
        (await SearchAsync("kettle", filter => filter with { CreatedBefore = StoreFixture.Start + TimeSpan.FromSeconds(30) })).Count.ShouldBe(2);
        (await SearchAsync("shoe of size 1199")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_job_is_not_found_any_more()
    {
        var job = await fixture.CreateAsync(prompt: "A kettle");
        await fixture.Store.CancelAsync("ada", job, CancellationToken.None);
        await fixture.Store.DeleteAsync("ada", job, CancellationToken.None);
        var later = await fixture.CreateAsync(prompt: "A kettle");

        (await SearchAsync("kettle")).ShouldBe([later]);
    }

    private async Task<IReadOnlyList<JobId>> SearchAsync(string part, Func<JobFilter, JobFilter>? with = null)
    {
        var filter = new JobFilter { Owner = "ada", Limit = 10, PromptContains = part };
        return [.. (await fixture.Reader.ListAsync(with?.Invoke(filter) ?? filter, CancellationToken.None)).Select(job => job.Id)];
    }
}
