using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Store;

/// <summary>
/// The engine's verbs on the database. Each is one transaction, fenced where a node writes, and safe to repeat.
/// Reads for users are <see cref="IJobReader"/>'s.
/// </summary>
public interface IJobStore
{
    /// <summary>
    /// Creates the job, or finds the one that the same caller created under the same key in the last 24 hours, also when that job is
    /// deleted.
    /// </summary>
    Task<CreateOutcome> CreateAsync(NewJob job, CancellationToken cancellationToken);

    /// <summary>A new lease, with a higher epoch than any that this node had before.</summary>
    Task<NodeLease> JoinAsync(Guid node, CancellationToken cancellationToken);

    /// <summary>False when the lease is lost, because another node declared this one dead.</summary>
    Task<bool> HeartbeatAsync(NodeLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Declares nodes dead that have not renewed their lease for <paramref name="leaseTime"/>, and frees their jobs. The death counts
    /// against the job that
    /// must have caused it, if there is one (<see cref="PoisonJobRules"/>). Returns how many nodes.
    /// </summary>
    Task<int> SweepAsync(NodeLease lease, TimeSpan leaseTime, CancellationToken cancellationToken);

    /// <summary>Ends the lease and gives its jobs back at once, without counting a death.</summary>
    Task LeaveAsync(NodeLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Claims the best of the jobs that are ready: by priority, then fair between owners, then by age. Of suspected jobs
    /// (<see cref="PoisonJobRules"/>) at most one is owned at a time, over all nodes.
    /// </summary>
    Task<IReadOnlyList<ClaimedJob>> ClaimAsync(NodeLease lease, int limit, CancellationToken cancellationToken);

    /// <summary>The limits of calls on their way at once, over all nodes, by service; a service without one is not limited.</summary>
    Task<IReadOnlyDictionary<string, int>> LimitsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Changes the limit of a service, or lifts it with null. Takes effect at once for calls yet to come; of a lowered limit, calls on
    /// their way finish first.
    /// </summary>
    Task SetLimitAsync(string service, int? limit, CancellationToken cancellationToken);

    Task<StepOutcome> CommitAsync(JobStep step, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a result that came after the lease was lost, for the next owner to adopt. When there is none, it goes on the job's bill: at
    /// once when the job
    /// has ended, else at its end. Once, however often it is kept.
    /// </summary>
    Task StoreLateResultAsync(LedgerCall settled, CancellationToken cancellationToken);

    /// <summary>The jobs of this lease for which a cancel was requested.</summary>
    Task<IReadOnlyList<JobId>> CancelRequestsAsync(NodeLease lease, CancellationToken cancellationToken);

    /// <summary>Cancels the job: at once when no node works on it, else through its owner.</summary>
    Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken);

    /// <summary>
    /// Queues a failed or cancelled job again, keeping what was paid for. One that failed over a payment in doubt needs <paramref
    /// name="acceptDoublePayment"/>
    /// as long as any of its calls is in doubt.
    /// </summary>
    Task<ChangeOutcome> RetryAsync(string owner, JobId job, bool acceptDoublePayment, CancellationToken cancellationToken);

    /// <summary>Deletes a terminal job. Its idempotency key stays for its 24 hours.</summary>
    Task<ChangeOutcome> DeleteAsync(string owner, JobId job, CancellationToken cancellationToken);

    /// <summary>Throws when the database can't be reached, does not answer or takes no writes, as on a full disk.</summary>
    Task PingAsync(CancellationToken cancellationToken);
}

/// <summary>A job with its ledger, as its new owner finds it.</summary>
/// <param name="Calls">The latest generation of each call, late results adopted.</param>
public sealed record ClaimedJob(Job Job, NodeLease Lease, IReadOnlyList<LedgerCall> Calls)
{
    public Fence Fence => new(Job.Id, Lease);

    /// <summary>
    /// The calls among <see cref="Calls"/> that this claim has settled by a late result. There are no events of them yet.
    /// </summary>
    public IReadOnlyList<LedgerCall> Adopted { get; init; } = [];
}

/// <summary>What came of a user's change to a job.</summary>
/// <param name="State">The state that the job has now, or had when it refused.</param>
public readonly record struct ChangeOutcome(ChangeResult Result, JobState? State);

/// <summary>See <see cref="ChangeOutcome"/>.</summary>
public enum ChangeResult
{
    Done,
    NotFound,

    /// <summary>The job's state does not allow it.</summary>
    Conflict,

    /// <summary>A call is in doubt and the user did not accept that it may be paid twice.</summary>
    NeedsAcceptance,
}
