using Reelwright.Storage.Tests.Contract;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>The contract over PostgreSQL.</summary>
public sealed class PostgresStoreTests(PostgresCluster cluster) : StoreContract
{
    protected override async ValueTask<StoreFixture> OpenAsync() => await PostgresFixture.OpenAsync(cluster);
}
