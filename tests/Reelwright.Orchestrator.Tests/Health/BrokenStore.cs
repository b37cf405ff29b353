using System.Data.Common;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Tests.Health;

/// <summary>A database that is gone: the fault that no real one shows on demand.</summary>
public sealed class BrokenStore(BrokenStore.Fault fault) : IJobStore, IDisposable
{
    private readonly ManualResetEventSlim never = new();

    public enum Fault
    {
        /// <summary>Refuses at once.</summary>
        Throws,

        /// <summary>Never completes, whatever its token says.</summary>
        Hangs,

        /// <summary>Does not even return a task.</summary>
        Blocks,
    }

    public Task<CreateOutcome> CreateAsync(NewJob job, CancellationToken cancellationToken) => FailAsync<CreateOutcome>();

    public Task<NodeLease> JoinAsync(Guid node, CancellationToken cancellationToken) => FailAsync<NodeLease>();

    public Task<bool> HeartbeatAsync(NodeLease lease, CancellationToken cancellationToken) => FailAsync<bool>();

    public Task<int> SweepAsync(NodeLease lease, TimeSpan leaseTime, CancellationToken cancellationToken) => FailAsync<int>();

    public Task LeaveAsync(NodeLease lease, CancellationToken cancellationToken) => FailAsync<bool>();

    public Task<IReadOnlyList<ClaimedJob>> ClaimAsync(NodeLease lease, int limit, CancellationToken cancellationToken) => FailAsync<IReadOnlyList<ClaimedJob>>();

    public Task<StepOutcome> CommitAsync(JobStep step, CancellationToken cancellationToken) => FailAsync<StepOutcome>();

    public Task StoreLateResultAsync(LedgerCall late, CancellationToken cancellationToken) => FailAsync<bool>();

    public Task<IReadOnlyList<LedgerCall>?> AdoptLateResultsAsync(Fence fence, CancellationToken cancellationToken) => FailAsync<IReadOnlyList<LedgerCall>?>();

    public Task<IReadOnlyList<OpenCall>> ClaimOpenCallsAsync(NodeLease lease, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        FailAsync<IReadOnlyList<OpenCall>>();

    public Task StoreOpenCallAsync(LedgerCall call, CancellationToken cancellationToken) => FailAsync<bool>();

    public Task<IReadOnlyDictionary<string, int>> LimitsAsync(CancellationToken cancellationToken) => FailAsync<IReadOnlyDictionary<string, int>>();

    public Task SetLimitAsync(string service, int? limit, CancellationToken cancellationToken) => FailAsync<bool>();

    public Task<IReadOnlyList<JobId>> CancelRequestsAsync(NodeLease lease, CancellationToken cancellationToken) => FailAsync<IReadOnlyList<JobId>>();

    public Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken) => FailAsync<ChangeOutcome>();

    public Task<ChangeOutcome> RetryAsync(string owner, JobId job, RetryTerms terms, CancellationToken cancellationToken) => FailAsync<ChangeOutcome>();

    public Task<ChangeOutcome> DeleteAsync(string owner, JobId job, CancellationToken cancellationToken) => FailAsync<ChangeOutcome>();

    public Task PingAsync(CancellationToken cancellationToken) => FailAsync<bool>();

    public void Dispose() => never.Set();

    private Task<T> FailAsync<T>()
    {
        switch (fault)
        {
            case Fault.Throws:
                return Task.FromException<T>(new Gone());
            case Fault.Hangs:
                return new TaskCompletionSource<T>().Task;
            default:
                never.Wait();
                throw new Gone();
        }
    }

    private sealed class Gone() : DbException("The database is gone.");
}
