using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <content>How many calls of a service may be on their way at once.</content>
public sealed partial class PostgresJobStore
{
    private const string SetLimit =
        """
        WITH limited AS (
            INSERT INTO service_limits (service, calls) VALUES ($1, $2) ON CONFLICT (service) DO UPDATE SET calls = excluded.calls
        )
        INSERT INTO service_slots (service, slot) SELECT $1, n FROM generate_series(1, $2) n ON CONFLICT (service, slot) DO NOTHING
        """;

    private const string DropSlots = "DELETE FROM service_slots WHERE service = $1 AND slot > $2 AND job_id IS NULL";

    private const string LiftLimit = "DELETE FROM service_limits WHERE service = $1";

    public Task<IReadOnlyDictionary<string, int>> LimitsAsync(CancellationToken cancellationToken) => OnConnectionAsync<IReadOnlyDictionary<string, int>>(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT service, calls FROM service_limits", connection);
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            var limits = new Dictionary<string, int>();
            while (await row.ReadAsync(cancellationToken))
            {
                limits.Add(row.GetString(0), row.GetInt32(1));
            }

            return limits;
        },
        cancellationToken);

    public Task SetLimitAsync(string service, int? limit, CancellationToken cancellationToken) => OnConnectionAsync(
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection);
            if (limit is { } calls)
            {
                batch.BatchCommands.Add(new(SetLimit) { Parameters = { OfText(service), Of(calls) } });
                batch.BatchCommands.Add(new(DropSlots) { Parameters = { OfText(service), Of(calls) } });
            }
            else
            {
                batch.BatchCommands.Add(new(LiftLimit) { Parameters = { OfText(service) } });
            }

            return await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);
}
