using Reelwright.Testing.Fakes;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>One process of fake services for a class of tests.</summary>
public sealed class FakeServicesFixture : IAsyncLifetime
{
    public FakeServices Services { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Services = await FakeServices.StartAsync(new FakeSettings(), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
