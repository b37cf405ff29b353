using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Running;
using Reelwright.Engine.Tests.Fixture;
using static Reelwright.Engine.Tests.Fixture.Situation;

namespace Reelwright.Engine.Tests.Running;

/// <summary>What follows from a row of the ledger, for each kind of service: the table at the heart of "never paid twice".</summary>
public sealed class CallDecisionTests
{
    private static readonly Dictionary<string, LedgerCall?> Rows = new()
    {
        ["never made"] = null,
        ["intent, perhaps sent"] = Clip(0),
        ["intent, certainly not sent"] = NotSent(Clip(0)),
        ["intent, not sent, due later"] = NotSent(Clip(0)) with { RunAt = Now.AddSeconds(3) },
        ["intent, not sent, tried out"] = NotSent(Clip(0), failures: 3),
        ["accepted"] = Accepted(Clip(0)),
        ["accepted long ago"] = Accepted(Clip(0)) with { CreatedAt = Now.AddDays(-2) },
        ["unknown"] = Unknown(Clip(0)),
        ["unknown, due later"] = Unknown(Clip(0)) with { RunAt = Now.AddSeconds(3) },
        ["unknown, due now"] = Unknown(Clip(0)) with { RunAt = Now },
        ["unknown, tried out"] = Unknown(Clip(0), failures: 3),
        ["unknown, tried out, wait noted"] = Unknown(Clip(0), failures: 3) with { RunAt = Now.AddSeconds(3) },
        ["unknown, key just still kept"] = Unknown(Clip(0)) with { CreatedAt = Now.AddHours(-24).AddSeconds(1) },
        ["unknown, made elsewhere"] = Unknown(Clip(0)) with { Origin = "elsewhere" },
        ["unknown, overdue operation"] = Unknown(Clip(0)) with { Operation = "/operations/1" },
        ["unknown, answer may come"] = Unknown(Clip(0)) with { AnswerUntil = Now.AddSeconds(3) },
        ["intent, answer may come"] = Clip(0) with { AnswerUntil = Now.AddSeconds(3) },
        ["unknown, allowed again"] = Unknown(Clip(0)) with { RepurchaseAllowed = true },
        ["voided"] = Succeeded(Clip(0)) with { Voided = true },
        ["unknown, key forgotten"] = Unknown(Clip(0)) with { CreatedAt = Now.AddHours(-24) },
        ["failed for good"] = Failed(Clip(0), retryable: false),
        ["failed, may be tried"] = Failed(Clip(0), retryable: true),
        ["failed, due later"] = Failed(Clip(0), retryable: true) with { RunAt = Now.AddSeconds(3) },
        ["failed, tried out"] = Failed(Clip(0), retryable: true, failures: 3),
        ["failed, tried out, wait noted"] = Failed(Clip(0), retryable: true, failures: 3) with { RunAt = Now.AddSeconds(3) },
    };

    private static readonly Dictionary<string, ServiceTraits> Services = new()
    {
        ["idempotent"] = Traits.Idempotent,
        ["opaque"] = Traits.Opaque,
        ["cheap"] = Traits.Cheap,
        ["look-up"] = Traits.WithLookUp,
        ["not known"] = Traits.NotKnown,
    };

    // Row, then what happens at a service that is idempotent, opaque (in doubt: fail), cheap (in doubt: retry), opaque with look-up, not
    // known yet.
    private static readonly (string Row, string[] Decisions)[] Table =
    [
        ("never made", ["intend", "intend", "intend", "intend", "intend"]),
        ("intent, perhaps sent", ["ask again", "doubt", "buy again", "look up", "wait"]),
        ("intent, certainly not sent", ["ask again", "ask again", "ask again", "ask again", "ask again"]),
        ("intent, not sent, due later", ["wait", "wait", "wait", "wait", "wait"]),
        ("intent, not sent, tried out", ["give up", "give up", "give up", "give up", "give up"]),
        ("accepted", ["poll", "poll", "poll", "poll", "poll"]),
        ("accepted long ago", ["poll", "poll", "poll", "poll", "poll"]),
        ("unknown", ["ask again", "doubt", "buy again", "look up", "wait"]),
        ("unknown, due later", ["wait", "wait", "wait", "wait", "wait"]),
        ("unknown, due now", ["ask again", "doubt", "buy again", "look up", "wait"]),
        ("unknown, tried out", ["give up", "doubt", "give up", "look up", "doubt"]),
        ("unknown, tried out, wait noted", ["give up", "doubt", "give up", "wait", "doubt"]),
        ("unknown, key just still kept", ["ask again", "doubt", "buy again", "look up", "wait"]),
        ("unknown, key forgotten", ["doubt", "doubt", "buy again", "look up", "wait"]),
        ("unknown, made elsewhere", ["look up", "look up", "look up", "look up", "wait"]),
        ("unknown, overdue operation", ["ask again", "doubt", "buy again", "doubt", "wait"]),
        ("unknown, answer may come", ["ask again", "wait", "wait", "look up", "wait"]),
        ("intent, answer may come", ["ask again", "wait", "buy again", "look up", "wait"]),
        ("unknown, allowed again", ["ask again", "buy again", "buy again", "look up", "wait"]),
        ("voided", ["give up", "give up", "give up", "give up", "give up"]),
        ("failed for good", ["give up", "give up", "give up", "give up", "give up"]),
        ("failed, may be tried", ["intend", "intend", "intend", "intend", "intend"]),
        ("failed, due later", ["wait", "wait", "wait", "wait", "wait"]),
        ("failed, tried out", ["give up", "give up", "give up", "give up", "give up"]),
        ("failed, tried out, wait noted", ["give up", "give up", "give up", "give up", "give up"]),
    ];

    public static TheoryData<string, string, string> ThisRound() => Cases((_, decision, _) => decision);

    /// <summary>
    /// In a new round the user has asked for another try: waits and failures of the round before are gone, a doubt is not.
    /// </summary>
    public static TheoryData<string, string, string> NextRound() => Cases((row, decision, service) => (row, decision, service) switch
    {
        (_, "poll" or "intend" or "look up" or "buy again", _) => decision,
        ("unknown, answer may come" or "intent, answer may come", _, _) => decision,
        ("voided", _, _) => "intend",
        (['f', 'a', 'i', 'l', 'e', 'd', ..], _, _) => "intend",
        ("intent, certainly not sent" or "intent, not sent, due later" or "intent, not sent, tried out", _, _) => "ask again",
        ("unknown, key forgotten", _, "idempotent") => "doubt",
        (_, _, "idempotent") => "ask again",
        ("unknown, overdue operation", _, "look-up") => "doubt",
        (_, _, "look-up") => "look up",
        (_, _, "cheap") => "buy again",
        (_, _, "not known") => "wait",
        _ => "doubt",
    });

    [Theory]
    [MemberData(nameof(ThisRound))]
    public void A_row_at_a_service_leads_to_what_the_table_says(string row, string service, string decision)
    {
        DecisionOf(Rows[row], new Situation { Traits = Services[service] }).ShouldBe(decision);
    }

    [Theory]
    [MemberData(nameof(NextRound))]
    public void In_a_new_round_failures_of_the_round_before_no_longer_count_but_a_doubt_stays_a_doubt(string row, string service, string decision)
    {
        DecisionOf(Rows[row], new Situation { Traits = Services[service], Round = 1 }).ShouldBe(decision);
    }

    [Fact]
    public void A_look_up_that_the_service_does_not_have_is_not_tried_twice()
    {
        var situation = new Situation { Traits = Traits.WithLookUp };
        situation.Blocked.MarkNotFindable(Clip(0).Id);

        DecisionOf(Unknown(Clip(0)), situation).ShouldBe("doubt");
    }

    [Theory]
    [InlineData(0, 0.40, "buy again")]
    [InlineData(0, 0.39, "doubt")]
    [InlineData(0.40, 0.79, "doubt")]
    [InlineData(0.40, 0.80, "buy again")]
    public void Up_to_the_agreed_sum_in_doubt_a_call_is_bought_again(double inDoubt, double most, string decision)
    {
        DecisionOf(Unknown(Clip(0)), new Situation { Traits = Traits.Opaque, InDoubt = (decimal)inDoubt, MaxInDoubt = (decimal)most }).ShouldBe(decision);
    }

    [Fact]
    public void A_key_in_doubt_never_goes_to_another_origin()
    {
        var made = Unknown(Clip(0)) with { Origin = "old" };
        var situation = new Situation { Traits = Traits.Idempotent with { Origin = "new" } };
        situation.Blocked.MarkNotFindable(made.Id);

        DecisionOf(made, situation).ShouldBe("doubt");
        DecisionOf(made with { Origin = "new" }, situation).ShouldBe("ask again");
    }

    private static string DecisionOf(LedgerCall? call, Situation situation)
    {
        var decision = CallDecision.Of(call, new StageContext(Stages.VideoStage(), [], situation.Snapshot(), new HashSet<CallSlot>(), situation.Blocked, null, situation.Traits, Now, situation.InDoubt));
        (decision.Failure is not null).ShouldBe(decision.Next == CallAction.GiveUp);
        (decision.At > Now).ShouldBe(decision.Next == CallAction.Wait);
        return decision switch
        {
            { Failure.Code: EngineFailureCodes.PaymentInDoubt } => "doubt",
            { Next: CallAction.Intend } => "intend",
            { Next: CallAction.BuyAgain } => "buy again",
            { Next: CallAction.LookUp } => "look up",
            { Next: CallAction.SendAgain } => "ask again",
            { Next: CallAction.Poll } => "poll",
            { Next: CallAction.Wait } => "wait",
            _ => "give up",
        };
    }

    private static TheoryData<string, string, string> Cases(Func<string, string, string, string> expect)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var (row, decisions) in Table)
        {
            foreach (var (service, decision) in Services.Keys.Zip(decisions))
            {
                cases.Add(row, service, expect(row, decision, service));
            }
        }

        return cases;
    }
}
