using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Reelwright.Bench.Rig;

/// <summary>The embedded default.</summary>
internal sealed class SqliteBenchDatabase : BenchDatabase
{
    private string file = string.Empty;

    public override int? ProcessId => null;

    public override Task<IReadOnlyDictionary<string, string>> RenewAsync(string dataFolder, CancellationToken cancellationToken)
    {
        file = Path.Combine(dataFolder, "reelwright.db");
        return Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    protected override DateTimeOffset ReadTime(DbDataReader reader, int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
