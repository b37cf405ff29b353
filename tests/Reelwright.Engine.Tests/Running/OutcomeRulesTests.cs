using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Running;
using Reelwright.Engine.Tests.Fixture;
using static Reelwright.Engine.Tests.Fixture.Situation;

namespace Reelwright.Engine.Tests.Running;

/// <summary>Each way in which an exchange ends, met by each row that can be on its way.</summary>
public sealed class OutcomeRulesTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(7);

    private static readonly Dictionary<string, LedgerCall> Rows = new()
    {
        ["first"] = Clip(0),
        ["doubt"] = Unknown(Clip(0)),
        ["accepted"] = Accepted(Clip(0)),
        ["doubt, last attempt"] = Unknown(Clip(0), failures: 2),
        ["first, last attempt"] = Clip(0) with { Failures = 2 },
    };

    private static readonly Dictionary<string, CallOutcome> Outcomes = new()
    {
        ["succeeded"] = new CallOutcome.Succeeded("""{"video_url":"u"}""", 0.31m, "local"),
        ["accepted"] = new CallOutcome.Accepted("/operations/9", Soon),
        ["failed"] = new CallOutcome.Failed("CONTENT_REJECTED", "no watches", 0.02m, Retryable: false, null),
        ["failed, retryable"] = new CallOutcome.Failed(null, "worker lost", 0.02m, Retryable: true, null),
        ["refused in between"] = new CallOutcome.Failed(null, "302 Found", 0m, Retryable: false, null) { IsOfService = false },
        ["not taken"] = new CallOutcome.NotTaken("429 Too Many Requests", null),
        ["unknown"] = new CallOutcome.Unknown("timeout", null),
        ["busy"] = new CallOutcome.Busy(Soon),
        ["withheld"] = new CallOutcome.Withheld("circuit open", Soon),
    };

    /// <summary>Row, outcome; then state, certainly not sent, attempts, failures, seconds to wait (-1: none).</summary>
    public static TheoryData<string, string, CallState, bool, int, int, double> Table() => new()
    {
        { "first", "succeeded", CallState.Succeeded, false, 1, 0, -1 },
        { "doubt", "succeeded", CallState.Succeeded, false, 1, 1, -1 },
        { "accepted", "succeeded", CallState.Succeeded, false, 1, 0, -1 },
        { "first", "accepted", CallState.Accepted, false, 1, 0, -1 },
        { "doubt", "accepted", CallState.Accepted, false, 1, 1, -1 },
        { "first", "failed", CallState.Failed, false, 1, 1, -1 },
        { "doubt", "failed", CallState.Failed, false, 1, 2, -1 },
        { "accepted", "failed", CallState.Failed, false, 1, 1, -1 },
        { "first", "failed, retryable", CallState.Failed, false, 1, 1, 2 },
        { "doubt", "failed, retryable", CallState.Failed, false, 1, 2, 4 },
        { "accepted", "failed, retryable", CallState.Failed, false, 1, 1, 2 },
        { "first", "refused in between", CallState.Failed, false, 1, 1, -1 },
        { "doubt", "refused in between", CallState.Unknown, false, 1, 2, 4 },
        { "first", "not taken", CallState.Intent, true, 1, 1, 2 },
        { "doubt", "not taken", CallState.Unknown, false, 1, 2, 4 },
        { "first, last attempt", "not taken", CallState.Failed, false, 1, 3, -1 },
        { "doubt, last attempt", "not taken", CallState.Unknown, false, 1, 3, 8 },
        { "first", "unknown", CallState.Unknown, false, 1, 1, 2 },
        { "doubt", "unknown", CallState.Unknown, false, 1, 2, 4 },
        { "accepted", "unknown", CallState.Unknown, false, 1, 1, 2 },
        { "first", "busy", CallState.Unknown, false, 1, 0, 7 },
        { "doubt", "busy", CallState.Unknown, false, 1, 1, 7 },
        { "first", "withheld", CallState.Intent, true, 0, 0, 7 },
        { "doubt", "withheld", CallState.Unknown, false, 0, 1, 7 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_outcome_makes_of_a_row_what_the_table_says(
        string row, string outcome, CallState state, bool notSent, int attempts, int failures, double wait)
    {
        var after = Apply(Rows[row], Outcomes[outcome]);

        after.State.ShouldBe(state);
        after.Dispatched.ShouldBe(!notSent);
        after.Attempts.ShouldBe(attempts);
        after.Failures.ShouldBe(failures);
        after.RunAt.ShouldBe(wait < 0 ? null : Now + TimeSpan.FromSeconds(wait));
        after.SettledAt.ShouldBe(state.IsSettled() ? Now : null);
        after.Cost.HasValue.ShouldBe(state.IsSettled());
        (after.Id, after.IdempotencyKey, after.Request, after.Estimate).ShouldBe((Rows[row].Id, Rows[row].IdempotencyKey, Rows[row].Request, Rows[row].Estimate));
    }

    [Fact]
    public void A_success_keeps_the_answer_its_bill_and_who_gave_it()
    {
        var after = Apply(Clip(0), Outcomes["succeeded"]);

        (after.Response, after.Cost, after.CostSource, after.Provider).ShouldBe(("""{"video_url":"u"}""", 0.31m, CostSources.Reported, "local"));
    }

    [Theory]
    [InlineData("failed", "CONTENT_REJECTED", false)]
    [InlineData("failed, retryable", null, true)]
    public void A_failure_keeps_its_bill_its_code_and_whether_another_attempt_may_help(string outcome, string? code, bool retryable)
    {
        var after = Apply(Clip(0), Outcomes[outcome]);

        (after.Cost, after.ErrorCode, after.Retryable).ShouldBe((0.02m, code, retryable));
    }

    [Fact]
    public void A_call_that_the_service_never_took_ends_without_cost_after_the_last_attempt()
    {
        var after = Apply(Rows["first, last attempt"], Outcomes["not taken"]);

        (after.Cost, after.CostSource, after.LastError).ShouldBe((0m, CostSources.NotReported, "429 Too Many Requests"));
    }

    [Fact]
    public void An_operation_whose_end_is_not_known_keeps_its_id()
    {
        Apply(Accepted(Clip(0)), Outcomes["unknown"]).Operation.ShouldBe("/operations/0");
    }

    [Fact]
    public void An_operation_accepted_a_second_time_has_its_full_time_again()
    {
        var before = Unknown(Clip(0)) with { AcceptedAt = Now - TimeSpan.FromMinutes(3) };

        var after = Apply(before, Outcomes["accepted"]);

        after.AcceptedAt.ShouldBe(Now);
        after.Operation.ShouldBe("/operations/9");
    }

    [Fact]
    public void An_exchange_that_still_runs_is_no_outcome()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Apply(Accepted(Clip(0)), new CallOutcome.Running(Soon)));
    }

    // In the middle of the jitter the wait is exactly the backoff.
    private static LedgerCall Apply(LedgerCall call, CallOutcome outcome) => OutcomeRules.Apply(call, outcome, Traits.Idempotent, Now, jitter: 0.5);
}
