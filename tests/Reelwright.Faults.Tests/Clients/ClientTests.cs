using System.Globalization;
using System.Net;
using Reelwright.Testing.Api;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.Faults.Tests.Clients;

/// <summary>Clients that ask again, and on other nodes.</summary>
public sealed class ClientTests(FaultServer server) : FaultTest(server)
{
    [Fact]
    public async Task The_same_key_fifty_times_at_once_over_three_nodes_makes_one_job_and_another_body_is_refused()
    {
        await StartAsync(new ClusterPlan { Nodes = 3 });

        var created = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Cluster[number % 3].Api.CreateAsync(Ads.Request(), Cancelled, "one-and-the-same")));
        var refusal = await Should.ThrowAsync<UnexpectedAnswerException>(
            () => Cluster[1].Api.CreateAsync(Ads.Request() with { Duration = 15 }, Cancelled, "one-and-the-same"));

        refusal.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var job = created.Select(answer => answer.JobId).Distinct().ShouldHaveSingleItem();
        (await EndOfAsync(job)).Status.ShouldBe("completed");
        (await Cluster.QueryAsync("SELECT count(*) FROM jobs", Cancelled)).Trim().ShouldBe("1");
    }

    [Fact]
    public async Task Who_watches_a_job_on_other_nodes_than_the_one_that_runs_it_misses_no_event_though_nodes_die()
    {
        await StartAsync(new ClusterPlan { Nodes = 3, Fakes = new FakeSettings().ForAll(service => service with { DelayMs = 700 }) });
        var job = await Cluster.CreateAsync(Cancelled, node: 0);
        var seen = new List<long>();

        // Each node is killed under its watcher, who goes to the next with what he has seen last.
        await WatchAsync(Cluster[1], job, seen, until: 3);
        await Cluster.KillAsync(Cluster[1], Cancelled);
        await WatchAsync(Cluster[2], job, seen, until: 6);
        await Cluster.KillAsync(await LivingOwnerAsync(job), Cancelled);
        var left = Cluster.Nodes.First(node => !node.Process.HasExited);
        await WatchAsync(left, job, seen, until: long.MaxValue);

        seen.ShouldBe(Enumerable.Range(1, seen.Count).Select(number => (long)number));
        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(1);
        (await Cluster.QueryAsync($"SELECT max(seq) FROM job_events WHERE job_id = '{job}'", Cancelled)).Trim().ShouldBe(seen[^1].ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The node that works on the job; one that is dead is no longer its owner soon.</summary>
    private async Task<ClusterNode> LivingOwnerAsync(Guid job)
    {
        ClusterNode? owner = null;
        await Eventually.Within(Bound, async () => (owner = await Cluster.OwnerAsync(job, Cancelled)) is { Process.HasExited: false }, Cancelled);
        return owner!;
    }

    /// <summary>Follows until it has seen that many or the job is over.</summary>
    private static async Task WatchAsync(ClusterNode node, Guid job, List<long> seen, long until)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        bound.CancelAfter(Bound);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/jobs/{job}/events");
        request.Headers.Add("Last-Event-ID", seen.Count > 0 ? seen[^1].ToString(CultureInfo.InvariantCulture) : "0");
        using var answer = await node.Api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(bound.Token));
        while (seen.Count < until && await lines.ReadLineAsync(bound.Token) is { } line)
        {
            if (line.StartsWith("id:", StringComparison.Ordinal))
            {
                seen.Add(long.Parse(line[3..], CultureInfo.InvariantCulture));
            }
        }
    }
}
