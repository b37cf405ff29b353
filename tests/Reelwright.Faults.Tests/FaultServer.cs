using Reelwright.Faults.Tests;
using Reelwright.Testing.Clusters;

[assembly: AssemblyFixture(typeof(FaultServer))]

namespace Reelwright.Faults.Tests;

/// <summary>One PostgreSQL for all scenarios that do not break the server itself; each has a database of its own.</summary>
public sealed class FaultServer : IAsyncLifetime
{
    public ClusterServer Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await ClusterServer.StartAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
