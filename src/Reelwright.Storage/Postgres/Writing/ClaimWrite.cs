using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A claim. When its answer is lost, what it took is released before it is repeated: no work on it has begun.</summary>
internal sealed class ClaimWrite(NodeLease lease, int limit) : Write<IReadOnlyList<ClaimedJob>>
{
    public NodeLease Lease => lease;

    public int Limit => limit;

    public override void Join(WriteBatch batch) => batch.Claims.Add(this);
}
