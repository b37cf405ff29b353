using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Finds out what became of steps whose answer was lost with the connection. Creating and claiming find that out by themselves; see
/// <see cref="CreateStatements"/> and <see cref="ClaimStatements"/>.
/// </summary>
internal static class LostAnswers
{
    private const string Sql =
        """
        SELECT j.cost_total, j.cost_reserved, COALESCE((SELECT w.cancel_requested FROM job_work w WHERE w.job_id = j.id), false),
               ARRAY(SELECT l.service FROM service_limits l), c.stage, c.call_index, c.generation, j.cost_in_doubt
        FROM jobs j LEFT JOIN calls c ON c.job_id = j.id
        WHERE j.id = $1 AND j.last_write = $2
        """;

    /// <summary>Steps that were done are completed and taken from the list.</summary>
    public static async Task FindAsync(NpgsqlConnection connection, List<Write> writes, CancellationToken cancellationToken)
    {
        if (!writes.Exists(IsInQuestion))
        {
            return;
        }

        foreach (var step in writes.Where(IsInQuestion).Cast<StepWrite>().ToList())
        {
            if (await WasDoneAsync(connection, step, cancellationToken))
            {
                writes.Remove(step);
                step.Complete();
            }
            else
            {
                step.MayBeDone = false;
            }
        }
    }

    private static bool IsInQuestion(Write write) => write is StepWrite { MayBeDone: true };

    private static async Task<bool> WasDoneAsync(NpgsqlConnection connection, StepWrite write, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = write.Job.Value }, new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = write.Token } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var ledger = new HashSet<CallId>();
        var found = false;
        var money = (CancelRequested: false, Settled: 0m, Reserved: 0m, InDoubt: 0m);
        string[] limited = [];
        while (await row.ReadAsync(cancellationToken))
        {
            found = true;
            money = (row.GetBoolean(2), row.GetDecimal(0), row.GetDecimal(1), row.GetDecimal(7));
            limited = row.GetFieldValue<string[]>(3);
            if (!row.IsDBNull(4))
            {
                ledger.Add(new CallId(write.Job, row.GetString(4), row.GetInt32(5), row.GetInt32(6)));
            }
        }

        if (found)
        {
            write.Unbegun.Clear();
            write.Unbegun.AddRange(write.Step.Intents.Where(call => !ledger.Contains(call.Id)).Select(call => NotWritten(call, limited)));
            write.Unbegun.AddRange(write.Step.Resends.Select(call => new Unbegun(call, new BlockedCall(call.Id, call.Service, null))));
            write.Outcome = write.Applied(money.CancelRequested, money.Settled, money.Reserved, money.InDoubt);
        }

        return found;
    }

    /// <summary>The reason is lost with the answer. The job waits, tries again soon, and gets the reason then.</summary>
    private static Unbegun NotWritten(LedgerCall call, string[] limited) => new(
        call, call.CacheKey is { } key ? new BlockedCall(call.Id, key, null) : limited.Contains(call.Service) ? new BlockedCall(call.Id, call.Service, null) : null);
}
