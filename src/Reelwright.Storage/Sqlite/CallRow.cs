using Microsoft.Data.Sqlite;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Storage.Sqlite;

/// <summary>A row of the ledger (<c>calls c</c>) and its columns in their order.</summary>
internal static class CallRow
{
    public const int Count = 38;

    public const string Columns =
        """
        c.job_id, c.stage, c.call_index, c.generation, c.service, c.idempotency_key, c.state, c.request, c.estimate, c.dispatched, c.attempts, c.failures, c.round,
        c.retryable, c.run_at, c.operation, c.response, c.cost, c.cost_source, c.provider, c.error_code, c.last_error, c.reused, c.created_at, c.accepted_at, c.settled_at,
        c.cached, c.cache_key, c.fresh_until, c.origin, c.sent_at, c.answer_until, c.doubtful_from, c.repurchase_allowed, c.superseded, c.voided, c.ask_at, c.asks
        """;

    public static LedgerCall Read(SqliteDataReader row) => new()
    {
        Id = new CallId(new JobId(Guid.Parse(row.GetString(0))), row.GetString(1), row.GetInt32(2), row.GetInt32(3)),
        Service = row.GetString(4),
        IdempotencyKey = row.GetString(5),
        State = CallStates.Parse(row.GetString(6)),
        Request = row.GetString(7),
        Estimate = row.Dollars(8),
        Dispatched = row.Flag(9),
        Attempts = row.GetInt32(10),
        Failures = row.GetInt32(11),
        Round = row.GetInt32(12),
        Retryable = row.Flag(13),
        RunAt = row.OptionalMoment(14),
        Operation = row.OptionalText(15),
        Response = row.OptionalText(16),
        Cost = row.OptionalDollars(17),
        CostSource = row.OptionalText(18),
        Provider = row.OptionalText(19),
        ErrorCode = row.OptionalText(20),
        LastError = row.OptionalText(21),
        Reused = row.GetInt32(22),
        CreatedAt = row.Moment(23),
        AcceptedAt = row.OptionalMoment(24),
        SettledAt = row.OptionalMoment(25),
        Cached = row.Flag(26),
        CacheKey = row.OptionalText(27),
        FreshUntil = row.OptionalMoment(28),
        Origin = row.OptionalText(29),
        SentAt = row.OptionalMoment(30),
        AnswerUntil = row.OptionalMoment(31),
        DoubtfulFrom = row.OptionalMoment(32),
        RepurchaseAllowed = row.Flag(33),
        Superseded = row.Flag(34),
        Voided = row.Flag(35),
        AskAt = row.OptionalMoment(36),
        Asks = row.GetInt32(37),
    };
}
