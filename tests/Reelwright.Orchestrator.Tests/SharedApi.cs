namespace Reelwright.Orchestrator.Tests;

/// <summary>One host for the tests of a class that don't mind each other's jobs.</summary>
public sealed class SharedApi : IAsyncLifetime
{
    internal ApiHost Api { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Api = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
