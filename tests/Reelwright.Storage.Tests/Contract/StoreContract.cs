namespace Reelwright.Storage.Tests.Contract;

/// <summary>
/// What every store must do, whatever database is behind it. A store's own test class derives from it and says how to open one.
/// The parts are by concern: creation, claims and leases, late results, steps, suspects, changes by users, reads.
/// </summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private StoreFixture fixture = null!;

    protected abstract ValueTask<StoreFixture> OpenAsync();

    public async ValueTask InitializeAsync() => fixture = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
