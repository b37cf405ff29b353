using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Ledger;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Finds out what became of steps whose answer was lost with the connection. Creating and claiming find that out by themselves; see
/// <see cref="CreateStatements"/> and <see cref="ClaimStatements"/>.
/// </summary>
internal static class LostAnswers
{
    private const string Sql =
        """
        SELECT j.cost_total, j.cost_reserved, COALESCE((SELECT w.cancel_requested FROM job_work w WHERE w.job_id = j.id), false), c.stage, c.call_index, c.generation
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
        while (await row.ReadAsync(cancellationToken))
        {
            found = true;
            write.Outcome = write.Applied(row.GetBoolean(2), row.GetDecimal(0), row.GetDecimal(1));
            if (!row.IsDBNull(3))
            {
                ledger.Add(new CallId(write.Job, row.GetString(3), row.GetInt32(4), row.GetInt32(5)));
            }
        }

        if (found)
        {
            write.Granted = write.Step.Intents.Count(intent => ledger.Contains(intent.Id));
            write.Outcome = ((Engine.Store.StepOutcome.Applied)write.Outcome!) with { Refused = write.Refused };
        }

        return found;
    }
}
