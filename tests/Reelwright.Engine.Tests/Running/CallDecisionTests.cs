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
        ["not known"] = Traits.NotKnown,
    };

    // Row, then what happens at a service that is idempotent, opaque (in doubt: fail), cheap (in doubt: retry), not known yet.
    private static readonly (string Row, string Idempotent, string Opaque, string Cheap, string NotKnown)[] Table =
    [
        ("never made", "intend", "intend", "intend", "intend"),
        ("intent, perhaps sent", "ask again", "doubt", "ask again", "wait"),
        ("intent, certainly not sent", "ask again", "ask again", "ask again", "ask again"),
        ("intent, not sent, due later", "wait", "wait", "wait", "wait"),
        ("intent, not sent, tried out", "give up", "give up", "give up", "give up"),
        ("accepted", "poll", "poll", "poll", "poll"),
        ("accepted long ago", "poll", "poll", "poll", "poll"),
        ("unknown", "ask again", "doubt", "ask again", "wait"),
        ("unknown, due later", "wait", "wait", "wait", "wait"),
        ("unknown, due now", "ask again", "doubt", "ask again", "wait"),
        ("unknown, tried out", "give up", "doubt", "give up", "doubt"),
        ("unknown, tried out, wait noted", "give up", "doubt", "give up", "doubt"),
        ("unknown, key just still kept", "ask again", "doubt", "ask again", "wait"),
        ("unknown, key forgotten", "doubt", "doubt", "ask again", "wait"),
        ("failed for good", "give up", "give up", "give up", "give up"),
        ("failed, may be tried", "intend", "intend", "intend", "intend"),
        ("failed, due later", "wait", "wait", "wait", "wait"),
        ("failed, tried out", "give up", "give up", "give up", "give up"),
        ("failed, tried out, wait noted", "give up", "give up", "give up", "give up"),
    ];

    public static TheoryData<string, string, string> ThisRound() => Cases(row => [row.Idempotent, row.Opaque, row.Cheap, row.NotKnown]);

    /// <summary>In a new round the user has asked for another try: waits and failures of the round before are gone, a doubt is not.</summary>
    public static TheoryData<string, string, string> NextRound() => Cases(row => [.. new[] { row.Idempotent, row.Opaque, row.Cheap, row.NotKnown }
        .Zip(Services.Keys, (decision, service) => (row.Row, decision, service) switch
        {
            (_, "poll" or "intend", _) => decision,
            ({ } name, _, _) when name.StartsWith("failed", StringComparison.Ordinal) => "intend",
            ({ } name, _, _) when name.StartsWith("intent, certainly not sent", StringComparison.Ordinal) || name.StartsWith("intent, not sent", StringComparison.Ordinal) => "ask again",
            ("unknown, key forgotten", _, "idempotent") => "doubt",
            (_, _, "opaque") => "doubt",
            (_, _, "not known") => "wait",
            _ => "ask again",
        })]);

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

    [Theory]
    [InlineData("intent, perhaps sent")]
    [InlineData("unknown")]
    [InlineData("unknown, key forgotten")]
    public void Whoever_accepts_to_pay_twice_has_a_call_in_doubt_asked_again(string row)
    {
        DecisionOf(Rows[row], new Situation { Traits = Traits.Opaque, Round = 1, AcceptsDoublePayment = true }).ShouldBe("ask again");
    }

    private static string DecisionOf(LedgerCall? call, Situation situation)
    {
        var decision = CallDecision.Of(call, new StageContext(Stages.VideoStage(), [], situation.Snapshot(), new HashSet<CallSlot>(), new BlockedCalls(), null, situation.Traits, Now));
        (decision.Failure is not null).ShouldBe(decision.Next == CallAction.GiveUp);
        (decision.At > Now).ShouldBe(decision.Next == CallAction.Wait);
        return decision switch
        {
            { Failure.Code: EngineFailureCodes.PaymentInDoubt } => "doubt",
            { Next: CallAction.Intend } => "intend",
            { Next: CallAction.SendAgain } => "ask again",
            { Next: CallAction.Poll } => "poll",
            { Next: CallAction.Wait } => "wait",
            _ => "give up",
        };
    }

    private static TheoryData<string, string, string> Cases(Func<(string Row, string Idempotent, string Opaque, string Cheap, string NotKnown), string[]> decisions)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var row in Table)
        {
            foreach (var (service, decision) in Services.Keys.Zip(decisions(row)))
            {
                cases.Add(row.Row, service, decision);
            }
        }

        return cases;
    }
}
