namespace Reelwright.Orchestrator.Services.Description;

/// <summary>
/// What one service really billed, by the identity of the provider behind it, for as long as this process runs. An announced price that is
/// too low would open the limit of a job, so a higher bill raises it.
/// </summary>
/// <param name="highest">
/// A higher bill raises no price: it is booked, but for one call it is more likely a mistake of the unit, and as a price it would stop
/// every job.
/// </param>
internal sealed class BilledPrices(decimal highest)
{
    private const int MaxIdentities = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Bills> byIdentity = new(StringComparer.Ordinal);
    private readonly Queue<string> oldest = [];

    /// <param name="identity">Who answered.</param>
    /// <param name="announced">The price before any correction.</param>
    /// <param name="cost">What the call was billed.</param>
    /// <param name="seconds">Length of the clip asked for, or 0.</param>
    /// <param name="isSuccess">Only a success proves a price.</param>
    /// <returns>Whether this bill has raised the price.</returns>
    public bool Add(string identity, ServicePrice announced, decimal cost, decimal seconds, bool isSuccess)
    {
        lock (gate)
        {
            var bills = Of(identity);
            var before = (bills.PerCall, bills.PerSecond);
            if (cost <= ServicePrice.RoundUp(announced.Of(seconds)))
            {
                bills.AnyAsAnnounced |= isSuccess;
            }
            else if (cost > highest)
            {
                return false;
            }
            else if (announced is { PerCall: 0, PerSecond: > 0 } && seconds > 0)
            {
                bills.PerSecond = Math.Max(bills.PerSecond, ServicePrice.RoundUp(cost / seconds));
            }
            else
            {
                bills.PerCall = Math.Max(bills.PerCall, cost - (announced.PerSecond * seconds));
            }

            return (bills.PerCall, bills.PerSecond) != before;
        }
    }

    /// <summary>
    /// The announced price or what was billed, whichever is higher; and whether bills have shown that the announced one holds.
    /// </summary>
    public (ServicePrice Price, bool IsProven) Correct(string identity, ServicePrice announced)
    {
        lock (gate)
        {
            if (!byIdentity.TryGetValue(identity, out var bills))
            {
                return (announced, false);
            }

            var price = new ServicePrice(Math.Max(announced.PerCall, bills.PerCall), Math.Max(announced.PerSecond, bills.PerSecond));
            return (price, bills.AnyAsAnnounced && price == announced);
        }
    }

    private Bills Of(string identity)
    {
        if (!byIdentity.TryGetValue(identity, out var bills))
        {
            if (byIdentity.Count == MaxIdentities)
            {
                byIdentity.Remove(oldest.Dequeue());
            }

            byIdentity.Add(identity, bills = new Bills());
            oldest.Enqueue(identity);
        }

        return bills;
    }

    private sealed class Bills
    {
        public bool AnyAsAnnounced { get; set; }

        public decimal PerCall { get; set; }

        public decimal PerSecond { get; set; }
    }
}
