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
    /// against the job that must have caused it, if there is one (<see cref="PoisonJobRules"/>). Returns how many nodes.
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
    /// Stores a result that came too late for a step: a settled call, or an accepted one with its operation. The result of an ended job is
    /// adopted at once, with its cost event. Otherwise the next claim adopts it, or the owner by <see cref="AdoptLateResultsAsync"/>. A
    /// repetition changes nothing.
    /// </summary>
    Task StoreLateResultAsync(LedgerCall late, CancellationToken cancellationToken);

    /// <summary>
    /// Adopts the late results of a job that the node owns. Returns the calls that it changed, perhaps with
    /// others of the job; null when the lease is lost.
    /// </summary>
    Task<IReadOnlyList<LedgerCall>?> AdoptLateResultsAsync(Fence fence, CancellationToken cancellationToken);

    /// <summary>
    /// Claims calls of ended jobs that are due to be asked (<see cref="LedgerCall.AskAt"/>), the longest due first. No other node gets
    /// them for
    /// <paramref name="hold"/>. None when the lease is lost.
    /// </summary>
    Task<IReadOnlyList<OpenCall>> ClaimOpenCallsAsync(NodeLease lease, TimeSpan hold, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what an open call has become without being settled. Writes nothing when the call was settled, the job is in work again, or
    /// another node has asked in the meantime (<see cref="LedgerCall.Asks"/> is then not one less than that of <paramref name="call"/>).
    /// </summary>
    Task StoreOpenCallAsync(LedgerCall call, CancellationToken cancellationToken);

    /// <summary>The jobs of this lease for which a cancel was requested.</summary>
    Task<IReadOnlyList<JobId>> CancelRequestsAsync(NodeLease lease, CancellationToken cancellationToken);

    /// <summary>Cancels the job: at once when no node works on it, else through its owner.</summary>
    Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken);

    /// <summary>
    /// Queues a failed or cancelled job again, keeping what was paid for. A job that could only end in doubt again needs
    /// <see cref="RetryTerms.AcceptDoublePayment"/>.
    /// </summary>
    Task<ChangeOutcome> RetryAsync(string owner, JobId job, RetryTerms terms, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a terminal job, once the bills of all its calls are known or can't be found out. Its idempotency key stays for its 24 hours.
    /// </summary>
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

/// <summary>On what terms a job is retried.</summary>
/// <param name="AcceptDoublePayment">Allows one further purchase of each call that is in doubt at this moment.</param>
/// <param name="CostLimit">The job's new limit; null leaves it. It must not be below what is settled and in doubt.</param>
public sealed record RetryTerms(bool AcceptDoublePayment = false, decimal? CostLimit = null);

/// <summary>A call of an ended job whose bill is not known yet.</summary>
public sealed record OpenCall(LedgerCall Call, JobState Job);

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

    /// <summary>The new limit is below what the job has cost already, with what is in doubt.</summary>
    LimitTooLow,

    /// <summary>The bill of a call is not known yet, and may still become known.</summary>
    OpenCalls,
}
