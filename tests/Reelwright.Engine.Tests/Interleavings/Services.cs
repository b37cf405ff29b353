using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Tests.Interleavings;

/// <summary>Services with a book. The idempotent kind keeps the answer to each key; the other does the work whenever it is asked.</summary>
internal sealed class Services(ServiceTraits traits)
{
    private const decimal Price = 0.25m;
    private const decimal PriceOfFailure = 0.05m;

    private readonly Dictionary<string, CallOutcome> kept = [];
    private readonly List<(CallId Call, decimal Charge)> book = [];

    public ServiceTraits Traits => traits;

    public decimal Charged(JobId job) => book.Where(entry => entry.Call.Job == job).Sum(entry => entry.Charge);

    /// <summary>How often the work for one place in a job was done.</summary>
    public IEnumerable<int> Sold(JobId job) =>
        book.Where(entry => entry.Call.Job == job && entry.Charge == Price).GroupBy(entry => (entry.Call.Stage, entry.Call.Index)).Select(sales => sales.Count());

    /// <summary>How a question that was sent ends.</summary>
    public CallOutcome Ask(LedgerCall call, int how)
    {
        switch (how % 10)
        {
            case 0 or 1:
                Do(call, () => Sell(call));
                return new CallOutcome.Unknown("The answer was lost", null);
            case 2:
                return new CallOutcome.Unknown("The question was lost", null);
            case 3 or 4:
                return new CallOutcome.NotTaken("429 Too Many Requests", TimeSpan.FromSeconds(20));
            case 5:
                return new CallOutcome.Withheld("The circuit is open", TimeSpan.FromSeconds(3));
            case 6:
                Do(call, () => how % 40 == 6 ? Fail(call, charge: 0, retryable: false) : Fail(call, charge: PriceOfFailure, retryable: true));
                return kept[call.IdempotencyKey];
            case 7:
                Do(call, () => Sell(call));
                return new CallOutcome.Accepted(call.IdempotencyKey, TimeSpan.FromSeconds(1));
            default:
                Do(call, () => Sell(call));
                return kept[call.IdempotencyKey];
        }
    }

    /// <summary>How a poll ends; null while the operation runs.</summary>
    public CallOutcome? Poll(LedgerCall call, int how) => (how % 6) switch
    {
        0 => null,
        1 => new CallOutcome.Unknown("The operation is not known any more", null),
        _ => kept[call.Operation!],
    };

    /// <summary>
    /// What comes of an attempt to stop a call: its bill, or nothing that can be said. Who says that a call was never begun keeps to it, even when
    /// the question of a paused node arrives after all.
    /// </summary>
    public CallOutcome Stop(LedgerCall call, int how)
    {
        if (how % 3 == 0 || (!traits.Idempotent && !kept.ContainsKey(call.IdempotencyKey)))
        {
            return new CallOutcome.Unknown("Not known", null);
        }

        if (!kept.TryGetValue(call.IdempotencyKey, out var answer))
        {
            answer = Fail(call, charge: 0, retryable: true);
            kept.Add(call.IdempotencyKey, answer);
        }

        return answer;
    }

    private void Do(LedgerCall call, Func<CallOutcome> work)
    {
        if (!traits.Idempotent || !kept.ContainsKey(call.IdempotencyKey))
        {
            kept[call.IdempotencyKey] = work();
        }
    }

    private CallOutcome.Succeeded Sell(LedgerCall call)
    {
        book.Add((call.Id, Price));
        return new CallOutcome.Succeeded($$"""{"made":"{{call.Id.Stage}} {{call.Id.Index}}"}""", Price, null);
    }

    private CallOutcome.Failed Fail(LedgerCall call, decimal charge, bool retryable)
    {
        book.Add((call.Id, charge));
        return new CallOutcome.Failed(null, "it broke", charge, retryable, null);
    }
}
