using Reelwright.Messaging.Tests.Fixture;
using Reelwright.Testing.Brokers;

[assembly: AssemblyFixture(typeof(SharedBroker))]

// Some tests stop the broker that the others use.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Reelwright.Messaging.Tests.Fixture;

/// <summary>One broker for all tests; each has names of its own there.</summary>
public sealed class SharedBroker : IAsyncLifetime
{
    public RabbitBroker Broker { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Broker = await RabbitBroker.StartAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => Broker.DisposeAsync();
}
