using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The <c>cost</c> of an envelope.</summary>
/// <param name="Amount">US dollars; null when no cost is stated, or one that can't be read.</param>
/// <param name="Fault">Why the stated cost can't be read, as the end of a sentence; null when nothing is wrong with it.</param>
internal readonly record struct EnvelopeCost(decimal? Amount, string? Fault)
{
    // A hundred times the hard limit of a whole job, so no call costs that; and the ledger's column is numeric(12,6).
    private const decimal Highest = 1000;
    private const int Scale = 6;

    public static EnvelopeCost Read(JsonElement envelope)
    {
        var cost = JsonMembers.Find(envelope, "cost"u8);
        if (cost.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return default;
        }

        if (cost.ValueKind != JsonValueKind.Number)
        {
            return new EnvelopeCost(null, $"\"cost\" must be a number of US dollars, but is {ResultMembers.Describe(cost)}");
        }

        return cost.TryGetDecimal(out var amount) && amount is >= 0 and <= Highest
            ? new EnvelopeCost(decimal.Round(amount, Scale, MidpointRounding.AwayFromZero), null)
            : new EnvelopeCost(null, $"\"cost\" must be between 0 and {Highest} US dollars");
    }
}
