using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>What an envelope says of money.</summary>
/// <param name="Amount">US dollars; null when nothing is said.</param>
/// <param name="Breach">Why the amount can't be believed, as the end of a sentence.</param>
internal readonly record struct EnvelopeCost(decimal? Amount, string? Breach)
{
    // A hundred times the hard limit of a whole job: nobody charges that for one call, and the ledger is numeric(12,6).
    private const decimal Absurd = 1000;
    private const int Scale = 6;

    public static EnvelopeCost Read(JsonElement envelope)
    {
        var cost = JsonMembers.Find(envelope, "cost"u8);
        if (cost.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return default;
        }

        if (cost.ValueKind != JsonValueKind.Number || !cost.TryGetDecimal(out var amount))
        {
            return new EnvelopeCost(null, $"\"cost\" must be a number of US dollars, but is {ResultMembers.Describe(cost)}");
        }

        return amount is < 0 or > Absurd
            ? new EnvelopeCost(null, $"\"cost\" must be between 0 and {Absurd} US dollars")
            : new EnvelopeCost(decimal.Round(amount, Scale, MidpointRounding.AwayFromZero), null);
    }
}
