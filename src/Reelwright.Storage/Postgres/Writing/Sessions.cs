using Npgsql;
using NpgsqlTypes;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>Connections of writers, found by the advisory lock that each holds.</summary>
internal static class Sessions
{
    private const string EndHolders =
        """
        SELECT COUNT(pg_terminate_backend(l.pid, 1000)) FROM pg_locks l
        WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted AND l.pid <> pg_backend_pid()
          AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
          AND ((l.classid::bigint << 32) | l.objid::bigint) = ANY ($1)
        """;

    /// <summary>
    /// Ends the connections that hold these locks, and waits for each until it is gone. What they had not committed is undone.
    /// </summary>
    public static async Task EndHoldersAsync(NpgsqlConnection connection, long[] locks, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(EndHolders, connection)
        {
            Parameters = { new NpgsqlParameter<long[]> { TypedValue = locks, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
        };
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
