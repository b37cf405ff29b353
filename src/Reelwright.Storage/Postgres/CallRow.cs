using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Storage.Postgres;

/// <summary>A row of the ledger (<c>calls c</c>) and its columns in their order.</summary>
internal static class CallRow
{
    public const string Columns =
        """
        c.job_id, c.stage, c.call_index, c.generation, c.service, c.idempotency_key, c.state, c.request, c.estimate, c.dispatched, c.attempts, c.failures, c.round,
        c.retryable, c.run_at, c.operation, c.response, c.cost, c.cost_source, c.provider, c.error_code, c.last_error, c.reused, c.created_at, c.accepted_at, c.settled_at,
        c.cached, c.cache_key, c.fresh_until, c.origin, c.sent_at, c.answer_until, c.doubtful_from, c.repurchase_allowed, c.superseded, c.voided, c.ask_at, c.asks
        """;

    /// <param name="first">Where in the row the columns begin.</param>
    public static LedgerCall Read(NpgsqlDataReader row, int first) => new()
    {
        Id = new CallId(new JobId(row.GetGuid(first)), row.GetString(first + 1), row.GetInt32(first + 2), row.GetInt32(first + 3)),
        Service = row.GetString(first + 4),
        IdempotencyKey = row.GetString(first + 5),
        State = CallStates.Parse(row.GetString(first + 6)),
        Request = row.GetString(first + 7),
        Estimate = row.GetDecimal(first + 8),
        Dispatched = row.GetBoolean(first + 9),
        Attempts = row.GetInt32(first + 10),
        Failures = row.GetInt32(first + 11),
        Round = row.GetInt32(first + 12),
        Retryable = row.GetBoolean(first + 13),
        RunAt = row.OptionalMoment(first + 14),
        Operation = row.OptionalText(first + 15),
        Response = row.OptionalText(first + 16),
        Cost = row.IsDBNull(first + 17) ? null : row.GetDecimal(first + 17),
        CostSource = row.OptionalText(first + 18),
        Provider = row.OptionalText(first + 19),
        ErrorCode = row.OptionalText(first + 20),
        LastError = row.OptionalText(first + 21),
        Reused = row.GetInt32(first + 22),
        CreatedAt = row.Moment(first + 23),
        AcceptedAt = row.OptionalMoment(first + 24),
        SettledAt = row.OptionalMoment(first + 25),
        Cached = row.GetBoolean(first + 26),
        CacheKey = row.OptionalText(first + 27),
        FreshUntil = row.OptionalMoment(first + 28),
        Origin = row.OptionalText(first + 29),
        SentAt = row.OptionalMoment(first + 30),
        AnswerUntil = row.OptionalMoment(first + 31),
        DoubtfulFrom = row.OptionalMoment(first + 32),
        RepurchaseAllowed = row.GetBoolean(first + 33),
        Superseded = row.GetBoolean(first + 34),
        Voided = row.GetBoolean(first + 35),
        AskAt = row.OptionalMoment(first + 36),
        Asks = row.GetInt32(first + 37),
    };

    /// <summary>The same with the moments that the engine counts by as this node's clock has them.</summary>
    /// <param name="ahead">How far that is ahead of the database's.</param>
    public static LedgerCall Read(NpgsqlDataReader row, int first, TimeSpan ahead) =>
        ToOurClock(Read(row, first), ahead);

    private static LedgerCall ToOurClock(LedgerCall call, TimeSpan ahead) =>
        ahead == TimeSpan.Zero
        ? call
        : call with
        {
            RunAt = call.RunAt + ahead,
            FreshUntil = call.FreshUntil + ahead,
            SentAt = call.SentAt + ahead,
            AcceptedAt = call.AcceptedAt + ahead,
            AnswerUntil = call.AnswerUntil + ahead,
            DoubtfulFrom = call.DoubtfulFrom + ahead,
            AskAt = call.AskAt + ahead,
        };
}
