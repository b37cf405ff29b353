using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Leases;

/// <summary>
/// This node's lease: joins, renews, and says whether paid calls may still be begun. Whether a renewal is overdue is judged by a
/// monotonic clock, so neither a changed wall clock nor a hanging database can make a dead node believe that it is alive.
/// </summary>
public sealed partial class NodeMembership(IJobStore store, IOptions<EngineOptions> options, TimeProvider time, ILogger<NodeMembership> log) : IDisposable
{
    private readonly Guid node = Guid.CreateVersion7(time.GetUtcNow());
    private readonly EngineOptions options = options.Value;
    private readonly Lock gate = new();
    private CancellationTokenSource lost = new();
    private NodeLease? current;
    private long renewedAt;

    /// <summary>The lease held now, or null, with a token that is cancelled when it is lost.</summary>
    public (NodeLease Lease, CancellationToken Lost)? Current
    {
        get
        {
            lock (gate)
            {
                return current is { } lease ? (lease, lost.Token) : null;
            }
        }
    }

    /// <summary>False from shortly before the lease may end: a node that can't renew stops spending first.</summary>
    public bool MaySpend
    {
        get
        {
            lock (gate)
            {
                return current is not null && time.GetElapsedTime(renewedAt) < options.LeaseTime - options.LeaseMargin;
            }
        }
    }

    /// <summary>
    /// Whether a call that was decided under this lease may be begun: not when the node has lost it since, even if it has joined again.
    /// </summary>
    public bool MaySpendUnder(NodeLease lease) => MaySpend && Current?.Lease == lease;

    /// <summary>Joins or renews once. Returns whether the node holds a lease afterwards.</summary>
    public async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        // The lease counts from before the question was asked: the database may have renewed it at any moment since.
        var asked = time.GetTimestamp();
        if (Current is not { } held)
        {
            var joined = await store.JoinAsync(node, cancellationToken);
            lock (gate)
            {
                current = joined;
                renewedAt = asked;
            }

            Log.Joined(log, joined.Node, joined.Epoch);
            return true;
        }

        if (await store.HeartbeatAsync(held.Lease, cancellationToken))
        {
            lock (gate)
            {
                renewedAt = asked;
            }

            return true;
        }

        Log.Lost(log, held.Lease.Node, held.Lease.Epoch);
        Lose();
        return false;
    }

    /// <summary>Gives the lease up when it has run out by our own clock.</summary>
    public void LoseIfOverdue()
    {
        bool overdue;
        lock (gate)
        {
            overdue = current is not null && time.GetElapsedTime(renewedAt) >= options.LeaseTime;
        }

        if (overdue)
        {
            Log.Overdue(log, options.LeaseTime);
            Lose();
        }
    }

    /// <summary>Ends the lease in good order.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (Current is { } held)
        {
            await store.LeaveAsync(held.Lease, cancellationToken);
            Lose();
        }
    }

    public void Dispose() => lost.Dispose();

    private void Lose()
    {
        CancellationTokenSource ended;
        lock (gate)
        {
            current = null;
            ended = lost;
            lost = new CancellationTokenSource();
        }

        ended.Cancel();
        ended.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Node {Node} joined with epoch {Epoch}.")]
        public static partial void Joined(ILogger logger, Guid node, long epoch);

        [LoggerMessage(2, LogLevel.Warning, "Node {Node} lost its lease of epoch {Epoch}: another node declared it dead. Its jobs go on elsewhere.")]
        public static partial void Lost(ILogger logger, Guid node, long epoch);

        [LoggerMessage(3, LogLevel.Warning, "The lease could not be renewed for {LeaseTime}: giving up its jobs until the database answers.")]
        public static partial void Overdue(ILogger logger, TimeSpan leaseTime);
    }
}
