using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres.Writing;

namespace Reelwright.Storage.Postgres;

public sealed partial class PostgresJobStore
{
    private const string Join =
        """
        WITH joined AS (
            INSERT INTO nodes (id, epoch, alive, joined_at, last_seen, session) VALUES ($1, nextval('node_epochs'), true, now(), now(), $2)
            ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, alive = true, joined_at = now(), last_seen = now(), session = excluded.session
            RETURNING id, epoch
        ), freed AS (
            UPDATE job_work w SET node = NULL, epoch = NULL, parked = false, run_at = now() FROM joined j WHERE w.node = j.id
        )
        SELECT epoch FROM joined
        """;

    private const string Heartbeat = "UPDATE nodes SET last_seen = now() WHERE id = $1 AND epoch = $2 AND alive";

    // Only a node that has been alive for a whole lease may decide: after an outage of the database all nodes look dead at first.
    private const string DeclareDead =
        """
        UPDATE nodes d SET alive = false
        WHERE d.alive AND d.last_seen < now() - $3::float8 * interval '1 second' AND NOT (d.id = $1 AND d.epoch = $2)
          AND EXISTS (SELECT FROM nodes n WHERE n.id = $1 AND n.epoch = $2 AND n.alive AND n.joined_at <= now() - $3::float8 * interval '1 second')
        RETURNING d.session
        """;

    // Not only the jobs of those declared dead just now: a claim that was committed a moment later left jobs with a dead owner, too. The 2
    // is PoisonJobRules.From.
    private const string FreeOrphans =
        """
        UPDATE job_work w SET node = NULL, epoch = NULL, parked = false, deaths = w.deaths + 1, kills = w.kills + o.killed::int, run_at = now()
        FROM (
            SELECT o.job_id, o.deaths >= 2 OR NOT EXISTS (
                SELECT FROM job_work s WHERE s.node = o.node AND s.epoch = o.epoch AND s.job_id <> o.job_id AND (NOT s.proven OR o.proven)) AS killed
            FROM job_work o
            WHERE o.node IS NOT NULL AND NOT EXISTS (SELECT FROM nodes n WHERE n.id = o.node AND n.epoch = o.epoch AND n.alive)
              AND EXISTS (SELECT FROM nodes n WHERE n.id = $1 AND n.epoch = $2 AND n.alive)
            FOR UPDATE SKIP LOCKED) o
        WHERE w.job_id = o.job_id
        """;

    private const string ForgetDead = "DELETE FROM nodes n WHERE NOT n.alive AND n.last_seen < now() - interval '1 day'";

    private const string GiveBack = "UPDATE job_work SET node = NULL, epoch = NULL, parked = false, run_at = now() WHERE node = $1 AND epoch = $2";

    private const string End = "UPDATE nodes SET alive = false WHERE id = $1 AND epoch = $2";

    private const string CancelRequests = "SELECT job_id FROM job_work WHERE node = $1 AND epoch = $2 AND cancel_requested";

    public Task<NodeLease> JoinAsync(Guid node, CancellationToken cancellationToken) => OnLeaseConnectionAsync(
        async connection =>
        {
            // Its earlier jobs are free, but no node died: the database kept this one from renewing its lease.
            await using var command = new NpgsqlCommand(Join, connection) { Parameters = { Of(node), Of(session.Lock) } };
            return new NodeLease(node, (long)(await command.ExecuteScalarAsync(cancellationToken))!);
        },
        cancellationToken);

    public Task<bool> HeartbeatAsync(NodeLease lease, CancellationToken cancellationToken) => OnLeaseConnectionAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(Heartbeat, connection) { Parameters = { Of(lease.Node), Of(lease.Epoch) } };
            return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
        },
        cancellationToken);

    public Task<int> SweepAsync(NodeLease lease, TimeSpan leaseTime, CancellationToken cancellationToken) => OnLeaseConnectionAsync(
        async connection =>
        {
            var sessions = await DeclareDeadAsync(connection, lease, leaseTime, cancellationToken);
            if (sessions.Count > 0)
            {
                // What a dead node's writer holds locked would keep its jobs from going on elsewhere.
                await Sessions.EndHoldersAsync(connection, [.. sessions.Where(number => number != session.Lock)], cancellationToken);
            }

            await using var free = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(FreeOrphans) { Parameters = { Of(lease.Node), Of(lease.Epoch) } },
                    new NpgsqlBatchCommand(ForgetDead),
                    new NpgsqlBatchCommand(LateResults.AdoptForgotten),
                },
            };
            await free.ExecuteNonQueryAsync(cancellationToken);
            return sessions.Count;
        },
        cancellationToken);

    public Task LeaveAsync(NodeLease lease, CancellationToken cancellationToken) => OnLeaseConnectionAsync(
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(GiveBack) { Parameters = { Of(lease.Node), Of(lease.Epoch) } },
                    new NpgsqlBatchCommand(End) { Parameters = { Of(lease.Node), Of(lease.Epoch) } },
                },
            };
            return await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public Task<IReadOnlyList<JobId>> CancelRequestsAsync(NodeLease lease, CancellationToken cancellationToken) => OnConnectionAsync<IReadOnlyList<JobId>>(
        async connection =>
        {
            await using var command = new NpgsqlCommand(CancelRequests, connection) { Parameters = { Of(lease.Node), Of(lease.Epoch) } };
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            var jobs = new List<JobId>();
            while (await row.ReadAsync(cancellationToken))
            {
                jobs.Add(new JobId(row.GetGuid(0)));
            }

            return jobs;
        },
        cancellationToken);

    private static async Task<List<long>> DeclareDeadAsync(NpgsqlConnection connection, NodeLease lease, TimeSpan leaseTime, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(DeclareDead, connection) { Parameters = { Of(lease.Node), Of(lease.Epoch), Of(leaseTime.TotalSeconds) } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var sessions = new List<long>();
        while (await row.ReadAsync(cancellationToken))
        {
            sessions.Add(row.GetInt64(0));
        }

        return sessions;
    }

    private async Task<T> OnLeaseConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenForLeaseAsync(cancellationToken);
        return await ask(connection);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter OfText(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };
}
