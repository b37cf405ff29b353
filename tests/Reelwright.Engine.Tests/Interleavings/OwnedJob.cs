using Reelwright.Engine.Ledger;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Tests.Interleavings;

/// <summary>What a node has in its memory of a job, and what is lost when it crashes.</summary>
internal sealed class OwnedJob(ClaimedJob claimed)
{
    public ClaimedJob Claimed { get; } = claimed;

    public JobSnapshot Snapshot { get; } = new(claimed);

    public Dictionary<CallSlot, LedgerCall> InFlight { get; } = [];

    public CallId? Refused { get; set; }

    public bool CancelRequested { get; set; } = claimed.Job.CancelRequested;
}

/// <summary>One of the two nodes.</summary>
internal sealed class Participant(NodeLease lease)
{
    public NodeLease Lease { get; set; } = lease;

    public List<OwnedJob> Owned { get; } = [];
}
