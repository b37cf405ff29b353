using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Leases;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Running;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>One node of a cluster: a lease of its own on the shared store, and runners for the jobs that it claims.</summary>
internal sealed class Node : IDisposable
{
    private readonly CancellationTokenSource shutdown = new();
    private readonly IJobStore store;

    public Node(IJobStore store, ServiceGateway gateway, JobPipeline pipeline, EngineOptions options, TimeProvider time)
    {
        this.store = store;
        var wrapped = Options.Create(options);
        Membership = new NodeMembership(store, wrapped, time, NullLogger<NodeMembership>.Instance);
        Engine = new EngineContext(store, gateway, pipeline, Signals, new LocalSignals(Signals), Membership, wrapped, time, Log);
    }

    public JobSignals Signals { get; } = new();

    public KeptLog Log { get; } = new();

    public NodeMembership Membership { get; }

    public EngineContext Engine { get; }

    /// <summary>It does not renew its lease any more.</summary>
    public bool Hangs { get; set; }

    public NodeLease Lease => Membership.Current!.Value.Lease;

    public async Task<JobRunner> ClaimAsync()
    {
        var (lease, lost) = Membership.Current!.Value;
        var claimed = await store.ClaimAsync(lease, 1, CancellationToken.None);
        return new JobRunner(Engine, claimed.ShouldHaveSingleItem("No job is ready."), lost, shutdown.Token);
    }

    /// <summary>Null when no job is ready.</summary>
    public async Task<JobRunner?> TryClaimAsync()
    {
        var (lease, lost) = Membership.Current!.Value;
        return await store.ClaimAsync(lease, 1, CancellationToken.None) is [var claimed] ? new JobRunner(Engine, claimed, lost, shutdown.Token) : null;
    }

    /// <summary>Asks once for the bills that are due.</summary>
    public Task FollowOpenCallsAsync() => new OpenCallFollower(Engine, Log).FollowAsync(CancellationToken.None);

    public Task<IReadOnlyList<ClaimedJob>> ReadyAsync() => store.ClaimAsync(Lease, 10, CancellationToken.None);

    /// <summary>Claims the one ready job and works on it until this node has nothing more to do with it.</summary>
    public async Task RunAsync() => await (await ClaimAsync()).RunAsync();

    public void BeginShutdown() => shutdown.Cancel();

    public void Dispose()
    {
        Membership.Dispose();
        shutdown.Dispose();
    }
}
