using Reelwright.Engine.Store;
using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.Cluster;

/// <summary>A real database that one world after the other uses.</summary>
internal interface IDatabase : IAsyncDisposable
{
    IJobStore Store { get; }

    IJobReader Reader { get; }

    /// <summary>Empties it for the next world.</summary>
    void Begin(Actor database, SimTime time);

    /// <summary>Whether a node holds the lease under which it works on a job, asked beside the engine.</summary>
    bool Owns(NodeLease lease, Guid job);
}
