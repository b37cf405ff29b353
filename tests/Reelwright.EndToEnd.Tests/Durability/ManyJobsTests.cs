using Reelwright.Contracts.Jobs;
using Reelwright.Testing.Builders;

namespace Reelwright.EndToEnd.Tests.Durability;

public sealed class ManyJobsTests : DurabilityTest
{
    [Fact]
    public async Task Two_hundred_jobs_at_once_all_complete_and_nothing_is_bought_twice()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Orchestrator.Api.CreateAsync(Ads.Request(), Cancelled)));

        var ended = new List<JobView>();
        foreach (var job in created)
        {
            ended.Add(await EndOfAsync(job.JobId));
        }

        ended.ShouldAllBe(job => job.Status == "completed");
        var book = await Services.ReadBookAsync(Cancelled);
        book.BoughtTwice.ShouldBeEmpty();
        book.Bought.Count().ShouldBe(200 * 7);
        ended.Sum(job => job.Cost.Total).ShouldBe(book.Charged);
    }
}
