using Reelwright.Contracts.Services;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Crashes;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Crashes;

/// <summary>
/// An orchestrator that kills itself at each point in the life of a call, with each kind of service; once it starts again itself, once
/// another node takes over. The job's calls reach a point in this order: plan, image, four clips, film.
/// </summary>
public sealed class CrashPointTests(FaultServer server) : FaultTest(server)
{
    private static readonly string[] ServicesThatMayBuyAgain = [ServiceNames.PromptParser, ServiceNames.ImageGeneration, ServiceNames.Composition];

    /// <summary>How the services answer.</summary>
    public enum Kind
    {
        /// <summary>200 when done, under a key.</summary>
        Done,

        /// <summary>202, and polled.</summary>
        Accepted,

        /// <summary>200, without keys or capabilities: can't be asked twice.</summary>
        SeedLike,
    }

    public enum Successor
    {
        Itself,
        Another,
    }

    /// <summary>Point, the hit that kills, services, and who goes on. The hits of the short form fall into different stages.</summary>
    public static TheoryData<string, int, Kind, Successor> Short => new()
    {
        { CrashPoint.BeforeIntent, 3, Kind.Done, Successor.Another },
        { CrashPoint.AfterIntent, 3, Kind.SeedLike, Successor.Another },
        { CrashPoint.AfterSend, 5, Kind.Accepted, Successor.Itself },
        { CrashPoint.AfterAcceptance, 3, Kind.Accepted, Successor.Another },
        { CrashPoint.AfterAcceptance, 2, Kind.SeedLike, Successor.Another },
        { CrashPoint.AfterIdWritten, 4, Kind.Accepted, Successor.Another },
        { CrashPoint.WhilePolling, 5, Kind.Accepted, Successor.Itself },
        { CrashPoint.AfterSettling, 3, Kind.Done, Successor.Another },
    };

    public static TheoryData<string, int, Kind, Successor> Points()
    {
        if (!Form.IsLong)
        {
            return Short;
        }

        var all = new TheoryData<string, int, Kind, Successor>();
        string[] always = [CrashPoint.BeforeIntent, CrashPoint.AfterIntent, CrashPoint.AfterSend, CrashPoint.AfterAcceptance, CrashPoint.AfterSettling];
        foreach (var successor in Enum.GetValues<Successor>())
        {
            foreach (var kind in Enum.GetValues<Kind>())
            {
                // The intents of four clips are one step, and so one hit; so may be their settlements.
                foreach (var point in kind == Kind.Accepted ? [.. always, CrashPoint.AfterIdWritten, CrashPoint.WhilePolling] : always)
                {
                    int[] hits = point is CrashPoint.BeforeIntent or CrashPoint.AfterIntent or CrashPoint.AfterSettling ? [1, 2, 3, 4] : [1, 2, 4, 7];
                    foreach (var hit in hits)
                    {
                        all.Add(point, hit, kind, successor);
                    }
                }
            }
        }

        return all;
    }

    private List<ClusterNode> Others => [.. Cluster.Nodes.Skip(1)];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_job_whose_node_dies_at_any_point_ends_and_nothing_is_bought_twice(string point, int hit, Kind kind, Successor successor)
    {
        using var crash = new CrashEnvironment(point, hit);
        await StartAsync(new ClusterPlan
        {
            Nodes = successor == Successor.Itself ? 1 : 2,
            Fakes = FakesOf(kind),
            LeaseTime = TimeSpan.FromSeconds(2),
            EnvironmentOf = node => node == 0 ? crash.Variables : CrashEnvironment.None,
        });

        // The other stands still until the first is dead, or it might take the job.
        Others.ForEach(other => other.Process.Pause());

        var answered = await CreateOnFirstAsync();
        await DeathOfFirstAsync(crash);
        var job = answered ?? Guid.Parse((await Cluster.QueryAsync("SELECT id FROM jobs", Cancelled)).Trim());
        if (successor == Successor.Itself)
        {
            await Cluster[0].StartAgainAsync(Cancelled, CrashEnvironment.None);
        }

        var view = await EndOfAsync(job);
        var report = await ShouldKeepItsPromisesAsync(new ClusterCheck(Cluster) { MayBuyAgain = kind == Kind.SeedLike ? ServicesThatMayBuyAgain : [] });
        if (view.Status != "completed")
        {
            // A paid call that can't be asked about can't be bought again unasked either.
            view.Error!.Value.GetProperty("code").GetString().ShouldBe("PAYMENT_IN_DOUBT");
            kind.ShouldBe(Kind.SeedLike);
            IsAmongClips(point, hit).ShouldBeTrue();
        }

        if (kind == Kind.Accepted && point is CrashPoint.AfterIdWritten or CrashPoint.WhilePolling or CrashPoint.AfterSettling)
        {
            // Whoever knows the operation polls it. Clips that were on their way beside it may be asked for again.
            (await Cluster.Services.ReadBookAsync(Cancelled)).Asked.Count().ShouldBeLessThanOrEqualTo(7 + 3);
        }

        report.Statuses.Values.Sum().ShouldBe(1);
    }

    private static FakeSettings FakesOf(Kind kind) => (kind switch
    {
        Kind.Done => new FakeSettings(),
        Kind.Accepted => FakeSettings.LongRunning,
        _ => FakeSettings.SeedLike,
    }).ForAll(service => service with { DelayMs = 150 });

    /// <summary>Whether a clip can have been on its way.</summary>
    private static bool IsAmongClips(string point, int hit) => point switch
    {
        // The fourth intent is the film's, in one step with what the last clips have brought.
        CrashPoint.BeforeIntent => hit is 3 or 4,
        CrashPoint.AfterIntent => hit == 3,
        _ => hit is >= 2 and <= 6,
    };

    /// <summary>Null when the node died before its answer had left: then the job is the only one there is.</summary>
    private async Task<Guid?> CreateOnFirstAsync()
    {
        try
        {
            return await Cluster.CreateAsync(Cancelled, node: 0);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task DeathOfFirstAsync(CrashEnvironment crash)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        bound.CancelAfter(Bound);
        await Cluster[0].Process.WaitForExitAsync(bound.Token);
        crash.WasReached.ShouldBeTrue($"the process ended with {Cluster[0].Process.ExitCode}, and not at its crash point");
        await Cluster.WitnessEndAsync(Cluster[0], Cancelled);
        Others.ForEach(other => other.Process.Resume());
    }
}
