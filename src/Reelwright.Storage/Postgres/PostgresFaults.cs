using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>What a failed batch means for the writes in it.</summary>
internal enum PostgresFault
{
    /// <summary>The connection or the server is away. The write is repeated until the database is back.</summary>
    Outage,

    /// <summary>Rolled back because others were in the way. To be asked again at once.</summary>
    Collision,

    /// <summary>One of the writes can't be done. Those beside it can.</summary>
    Refusal,
}

internal static class PostgresFaults
{
    /// <summary>
    /// By SQLSTATE (https://www.postgresql.org/docs/15/errcodes-appendix.html); null when it is not the database's at all.
    /// </summary>
    public static PostgresFault? Of(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => PostgresFault.Collision,
        PostgresException error => IsOutage(error.SqlState) ? PostgresFault.Outage : PostgresFault.Refusal,
        NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException => PostgresFault.Outage,
        _ => null,
    };

    // Unreachable, wrong password after a change, database missing, prepared plan outdated, read-only, out of resources, shut down or
    // broken. A statement that was cancelled by its timeout (57014) may be one write's doing.
    private static bool IsOutage(string state) =>
        state is "0A000" or "25006" or "26000" or "3D000" || (state != PostgresErrorCodes.QueryCanceled && state[..2] is "08" or "28" or "53" or "57" or "58" or "F0" or "XX");
}
