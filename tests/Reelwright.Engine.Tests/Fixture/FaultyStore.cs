using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>The real store, of which a test can break verbs for a while: they throw, before or after they have done their work.</summary>
internal sealed class FaultyStore(IJobStore store) : IJobStore
{
    private volatile Func<string, bool> failsBefore = _ => false;
    private volatile Func<string, bool> failsAfter = _ => false;
    private int refusals;

    /// <summary>How often a verb was refused.</summary>
    public int Refusals => Volatile.Read(ref refusals);

    /// <summary>These verbs throw and do nothing, until <see cref="Mend"/>.</summary>
    public void Break(Func<string, bool> verbs) => failsBefore = verbs;

    public void Break() => Break(_ => true);

    /// <summary>These verbs do their work, but the caller does not hear of it.</summary>
    public void LoseAnswers(Func<string, bool> verbs) => failsAfter = verbs;

    public void Mend()
    {
        failsBefore = _ => false;
        failsAfter = _ => false;
    }

    public Task<CreateOutcome> CreateAsync(NewJob job, CancellationToken cancellationToken) =>
        GuardAsync(nameof(CreateAsync), () => store.CreateAsync(job, cancellationToken));

    public Task<NodeLease> JoinAsync(Guid node, CancellationToken cancellationToken) =>
        GuardAsync(nameof(JoinAsync), () => store.JoinAsync(node, cancellationToken));

    public Task<bool> HeartbeatAsync(NodeLease lease, CancellationToken cancellationToken) =>
        GuardAsync(nameof(HeartbeatAsync), () => store.HeartbeatAsync(lease, cancellationToken));

    public Task<int> SweepAsync(NodeLease lease, TimeSpan leaseTime, CancellationToken cancellationToken) =>
        GuardAsync(nameof(SweepAsync), () => store.SweepAsync(lease, leaseTime, cancellationToken));

    public Task LeaveAsync(NodeLease lease, CancellationToken cancellationToken) =>
        GuardAsync(nameof(LeaveAsync), () => DoneAsync(store.LeaveAsync(lease, cancellationToken)));

    public Task<IReadOnlyList<ClaimedJob>> ClaimAsync(NodeLease lease, int limit, CancellationToken cancellationToken) =>
        GuardAsync(nameof(ClaimAsync), () => store.ClaimAsync(lease, limit, cancellationToken));

    public Task<StepOutcome> CommitAsync(JobStep step, CancellationToken cancellationToken) =>
        GuardAsync(nameof(CommitAsync), () => store.CommitAsync(step, cancellationToken));

    public Task StoreLateResultAsync(LedgerCall settled, CancellationToken cancellationToken) =>
        GuardAsync(nameof(StoreLateResultAsync), () => DoneAsync(store.StoreLateResultAsync(settled, cancellationToken)));

    public Task<IReadOnlyList<LedgerCall>?> AdoptLateResultsAsync(Fence fence, CancellationToken cancellationToken) =>
        GuardAsync(nameof(AdoptLateResultsAsync), () => store.AdoptLateResultsAsync(fence, cancellationToken));

    public Task<IReadOnlyList<OpenCall>> ClaimOpenCallsAsync(NodeLease lease, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        GuardAsync(nameof(ClaimOpenCallsAsync), () => store.ClaimOpenCallsAsync(lease, hold, limit, cancellationToken));

    public Task StoreOpenCallAsync(LedgerCall call, CancellationToken cancellationToken) =>
        GuardAsync(nameof(StoreOpenCallAsync), () => DoneAsync(store.StoreOpenCallAsync(call, cancellationToken)));

    public Task<IReadOnlyDictionary<string, int>> LimitsAsync(CancellationToken cancellationToken) =>
        GuardAsync(nameof(LimitsAsync), () => store.LimitsAsync(cancellationToken));

    public Task SetLimitAsync(string service, int? limit, CancellationToken cancellationToken) =>
        GuardAsync(nameof(SetLimitAsync), () => DoneAsync(store.SetLimitAsync(service, limit, cancellationToken)));

    public Task<IReadOnlyList<JobId>> CancelRequestsAsync(NodeLease lease, CancellationToken cancellationToken) =>
        GuardAsync(nameof(CancelRequestsAsync), () => store.CancelRequestsAsync(lease, cancellationToken));

    public Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        GuardAsync(nameof(CancelAsync), () => store.CancelAsync(owner, job, cancellationToken));

    public Task<ChangeOutcome> RetryAsync(string owner, JobId job, RetryTerms terms, CancellationToken cancellationToken) =>
        GuardAsync(nameof(RetryAsync), () => store.RetryAsync(owner, job, terms, cancellationToken));

    public Task<ChangeOutcome> DeleteAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        GuardAsync(nameof(DeleteAsync), () => store.DeleteAsync(owner, job, cancellationToken));

    public Task PingAsync(CancellationToken cancellationToken) =>
        GuardAsync(nameof(PingAsync), () => DoneAsync(store.PingAsync(cancellationToken)));

    private async Task<T> GuardAsync<T>(string verb, Func<Task<T>> work)
    {
        ThrowIf(failsBefore(verb), verb);
        var result = await work();
        ThrowIf(failsAfter(verb), verb);
        return result;
    }

    private void ThrowIf(bool broken, string verb)
    {
        if (broken)
        {
            Interlocked.Increment(ref refusals);
            throw new IOException($"{verb}: the database does not answer.");
        }
    }

    private static async Task<bool> DoneAsync(Task work)
    {
        await work;
        return true;
    }
}
