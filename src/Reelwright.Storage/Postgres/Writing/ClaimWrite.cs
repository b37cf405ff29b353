using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A claim. When its answer is lost, what it took is given back before it is done again: nobody has begun to work on it.</summary>
internal sealed class ClaimWrite(NodeLease lease, int limit) : Write<IReadOnlyList<ClaimedJob>>
{
    public NodeLease Lease => lease;

    public int Limit => limit;

    public override void Join(WriteBatch batch) => batch.Claims.Add(this);
}
