using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Interleavings;

/// <summary>The real store and the real decisions, moved about by two nodes whose every action is a move that the test chose.</summary>
internal sealed partial class World : IAsyncDisposable
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);

    private readonly Cluster cluster = new();
    private readonly JobPipeline pipeline = Stages.Of(Stages.ParsingStage(), Stages.VideoStage(clips: 3), Stages.CompositionStage());
    private readonly Decider decider;
    private readonly Services services;
    private readonly Witness witness;
    private readonly List<JobId> jobs = [];
    private readonly List<Participant> nodes = [];

    private World(ServiceTraits traits)
    {
        services = new Services(traits);
        witness = new Witness(cluster, services);
        decider = new Decider(pipeline, new EngineOptions { MaxParallelClips = 2 });
    }

    private DateTimeOffset Now => cluster.Time.GetUtcNow();

    public static async Task<World> OpenAsync(ServiceTraits traits)
    {
        var world = new World(traits);
        for (var i = 0; i < 2; i++)
        {
            world.nodes.Add(new Participant(await world.JoinAsync()));
        }

        return world;
    }

    public async Task MakeAsync(Move move)
    {
        var node = nodes[move.Who % nodes.Count];
        await (Possible(move.Kind, node) switch
        {
            MoveKind.Create => CreateAsync(move.How),
            MoveKind.Claim => ClaimAsync(node, 1 + (move.How % 2)),
            MoveKind.Step => StepAsync(node, move.How),
            MoveKind.Answer => AnswerAsync(node, move.How),
            MoveKind.Lose => LoseAsync(node, crashed: move.How % 2 == 0),
            MoveKind.Cancel => OnJobAsync(move.Who, job => cluster.Store.CancelAsync(Cluster.Owner, job, CancellationToken.None)),
            MoveKind.Retry => OnJobAsync(move.Who, job => RetryAsync(job, move.How % 2 == 0)),
            _ => WaitAsync(move.How % 10 == 9 ? TimeSpan.FromHours(25) : TimeSpan.FromSeconds(1 + (move.How % 30))),
        });
        await witness.LookAtAsync(jobs);
    }

    /// <summary>Nothing fails any more: every job ends by itself.</summary>
    public async Task CalmAsync()
    {
        const int Fine = 9;
        await LoseAsync(nodes[0], crashed: true);
        await LoseAsync(nodes[1], crashed: true);
        for (var turn = 0; turn < 60 && !await AllEndedAsync(); turn++)
        {
            await ClaimAsync(nodes[0], 10);
            await witness.LookAtAsync(jobs);
            foreach (var job in nodes[0].Owned.ToList())
            {
                await StepAsync(nodes[0], job, Fine);
                foreach (var call in job.InFlight.Values.ToList())
                {
                    await AnswerAsync(nodes[0], job, call, Fine);
                }
            }

            await witness.LookAtAsync(jobs);
            await WaitAsync(TimeSpan.FromSeconds(30));
        }

        (await AllEndedAsync()).ShouldBeTrue("A job did not end by itself.");
        await witness.LookBackAsync(jobs);
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    /// <summary>Where a move can do nothing, the one that leads there is made instead, so that short stories come far.</summary>
    private MoveKind Possible(MoveKind kind, Participant node)
    {
        if (jobs.Count == 0)
        {
            return MoveKind.Create;
        }

        if (kind == MoveKind.Answer && node.Owned.All(job => job.InFlight.Count == 0))
        {
            kind = MoveKind.Step;
        }

        return kind == MoveKind.Step && node.Owned.Count == 0 ? MoveKind.Claim : kind;
    }

    private Task<NodeLease> JoinAsync() => cluster.Store.JoinAsync(Guid.CreateVersion7(Now), CancellationToken.None);

    private async Task CreateAsync(int how)
    {
        if (jobs.Count < 2)
        {
            jobs.Add(await cluster.CreateAsync(limit: how % 3 == 0 ? 1.20m : 10m));
        }
    }

    private async Task ClaimAsync(Participant node, int limit)
    {
        foreach (var claimed in await cluster.Store.ClaimAsync(node.Lease, limit, CancellationToken.None))
        {
            node.Owned.Add(new OwnedJob(claimed));
        }
    }

    private async Task LoseAsync(Participant node, bool crashed)
    {
        var other = nodes.Single(candidate => candidate != node);
        cluster.Time.Advance(LeaseTime + TimeSpan.FromSeconds(1));
        await RenewAsync(other);
        await cluster.Store.SweepAsync(other.Lease, LeaseTime, CancellationToken.None);
        if (crashed)
        {
            node.Owned.Clear();
            node.Lease = await JoinAsync();
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        cluster.Time.Advance(time);
        foreach (var node in nodes)
        {
            await RenewAsync(node);
        }
    }

    // A paused node learns here that it was declared dead; what it has on its way may still be answered.
    private async Task RenewAsync(Participant node)
    {
        if (!await cluster.Store.HeartbeatAsync(node.Lease, CancellationToken.None))
        {
            node.Lease = await JoinAsync();
        }
    }

    private Task OnJobAsync(int which, Func<JobId, Task> change) => jobs.Count == 0 ? Task.CompletedTask : change(jobs[which % jobs.Count]);

    private async Task RetryAsync(JobId job, bool acceptDoublePayment)
    {
        var outcome = await cluster.Store.RetryAsync(Cluster.Owner, job, acceptDoublePayment, CancellationToken.None);
        if (acceptDoublePayment && outcome.Result == ChangeResult.Done)
        {
            witness.MayPayTwice(job);
        }
    }

    private async Task<bool> AllEndedAsync()
    {
        foreach (var job in jobs)
        {
            if (!(await cluster.FindAsync(job)).State.IsTerminal())
            {
                return false;
            }
        }

        return true;
    }
}
