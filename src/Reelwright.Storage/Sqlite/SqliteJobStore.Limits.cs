namespace Reelwright.Storage.Sqlite;

/// <content>How many calls of a service may be on their way at once.</content>
public sealed partial class SqliteJobStore
{
    public Task<IReadOnlyDictionary<string, int>> LimitsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<string, int>>(
            session => session.Query("SELECT service, calls FROM service_limits", row => (row.GetString(0), row.GetInt32(1))).ToDictionary(),
            cancellationToken);

    public Task SetLimitAsync(string service, int? limit, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => SetLimit(session, service, limit), cancellationToken);

    private static bool SetLimit(SqliteSession session, string service, int? limit)
    {
        if (limit is not { } calls)
        {
            session.Execute("DELETE FROM service_limits WHERE service = $1", service);
            return true;
        }

        session.Execute(
            "INSERT INTO service_limits (service, calls) VALUES ($1, $2) ON CONFLICT (service) DO UPDATE SET calls = excluded.calls", service, calls);
        session.Execute(
            """
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $2)
            INSERT INTO service_slots (service, slot) SELECT $1, n FROM numbers WHERE true ON CONFLICT (service, slot) DO NOTHING
            """,
            service, calls);
        session.Execute("DELETE FROM service_slots WHERE service = $1 AND slot > $2 AND job_id IS NULL", service, calls);
        return true;
    }

    private static int? LimitOf(SqliteSession session, string service)
    {
        var found = session.Query("SELECT calls FROM service_limits WHERE service = $1", row => row.GetInt32(0), service);
        return found.Count == 0 ? null : found[0];
    }
}
