using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Claims jobs. 1. What an earlier attempt took, whose answer was lost, is given back. 2. Parked jobs whose time has come are ready. 3.
/// Late results of jobs without an owner are adopted. 4. While there are suspects, one node at a time looks at them. 5. Each claim takes
/// its jobs.
/// </summary>
internal sealed partial class ClaimStatements(TimeProvider time)
{
    private readonly List<ClaimWrite> writes = [];
    private readonly NpgsqlBatchCommand wake = new(WakeSql);
    private readonly NpgsqlBatchCommand adopt = new(LateResults.AdoptUnowned);
    private readonly NpgsqlBatchCommand judge = new(JudgeSql);

    public void Add(ClaimWrite write) => writes.Add(write);

    public void AppendTo(NpgsqlBatch batch)
    {
        if (writes.Count == 0)
        {
            return;
        }

        // 1.
        foreach (var write in writes.Where(write => write.MayBeDone))
        {
            batch.BatchCommands.Add(Command(GiveBackSql, (NpgsqlDbType.Uuid, write.Lease.Node), (NpgsqlDbType.Bigint, write.Lease.Epoch), (NpgsqlDbType.Bigint, write.Token)));
        }

        // 2. to 4.
        batch.BatchCommands.Add(wake);
        batch.BatchCommands.Add(adopt);
        batch.BatchCommands.Add(judge);

        // 5.
        foreach (var write in writes)
        {
            batch.BatchCommands.Add(Command(
                ClaimSql,
                (NpgsqlDbType.Uuid, write.Lease.Node),
                (NpgsqlDbType.Bigint, write.Lease.Epoch),
                (NpgsqlDbType.Integer, write.Limit),
                (NpgsqlDbType.Integer, Random.Shared.Next(int.MinValue, int.MaxValue)),
                (NpgsqlDbType.Bigint, write.Token)));
        }
    }

    public async ValueTask ReadAsync(BatchResults results, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return;
        }

        // The answer to the fourth is empty.
        await results.NextAsync(cancellationToken);
        foreach (var write in writes)
        {
            var row = await results.NextAsync(cancellationToken);
            write.Outcome = await ReadClaimedAsync(write.Lease, row, cancellationToken);
        }
    }

    public void Clear() => writes.Clear();

    /// <summary>A row for each call of each claimed job, and one for a job without calls.</summary>
    private async ValueTask<List<ClaimedJob>> ReadClaimedAsync(NodeLease lease, NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        var claimed = new List<ClaimedJob>();
        var (calls, adopted) = (new List<LedgerCall>(), new List<LedgerCall>());
        while (await row.ReadAsync(cancellationToken))
        {
            var id = new JobId(row.GetGuid(ClaimedRow.Id));
            var ahead = time.GetUtcNow() - row.Moment(ClaimedRow.Now);
            if (claimed.Count == 0 || claimed[^1].Job.Id != id)
            {
                (calls, adopted) = ([], []);
                claimed.Add(new ClaimedJob(ClaimedRow.Read(row, ahead), lease, calls) { Adopted = adopted });
            }

            if (row.IsDBNull(ClaimedRow.Call))
            {
                continue;
            }

            var call = CallRow.Read(row, ClaimedRow.Call, ahead);
            calls.Add(call);
            if (row.GetBoolean(ClaimedRow.Adopted))
            {
                adopted.Add(call);
            }
        }

        return claimed;
    }

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<(NpgsqlDbType Type, object Value)> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (type, value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
        }

        return command;
    }
}
