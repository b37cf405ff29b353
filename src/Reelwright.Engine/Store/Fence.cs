using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Store;

/// <summary>A node's claim on the right to write. The epoch rises whenever a node joins or is declared dead.</summary>
public readonly record struct NodeLease(Guid Node, long Epoch);

/// <summary>Names job, node and epoch in every write of the pipeline: a node that lost the job changes nothing.</summary>
public readonly record struct Fence(JobId Job, NodeLease Lease);
