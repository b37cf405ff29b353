using System.Text.Json;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services.Description;

/// <summary>What a service says of itself in <c>GET /capabilities</c>; whatever it leaves out is the careful value.</summary>
internal sealed record ServiceDescription
{
    private const decimal HighestPrice = 1000;
    private const double LongestTypicalSeconds = 24 * 3600;

    /// <summary>Of a service that has no <c>/capabilities</c>.</summary>
    public static ServiceDescription Silent { get; } = new();

    /// <summary>Null when it does not say.</summary>
    public bool? Idempotent { get; init; }

    /// <summary>Whether its operations can be found by key and cancelled.</summary>
    public bool Operations { get; init; }

    /// <summary>US dollars; null when it names no price.</summary>
    public decimal? PricePerCall { get; init; }

    /// <summary>US dollars; null when it names no price.</summary>
    public decimal? PricePerSecond { get; init; }

    /// <summary>How long one call of the provider in use takes.</summary>
    public double? TypicalSeconds { get; init; }

    /// <summary>The version, provider and model in use, as far as it says: what answers may differ by.</summary>
    public string Identity { get; init; } = "";

    public static ServiceDescription Read(JsonElement root)
    {
        var providers = JsonMembers.Find(root, "providers"u8);
        var inUse = providers.ValueKind == JsonValueKind.Array && providers.GetArrayLength() > 0 ? providers[0] : default;
        var (perCall, perSecond) = ReadPrice(JsonMembers.Find(inUse, "price"u8));
        var typical = JsonMembers.Find(inUse, "typical_seconds"u8);
        return new ServiceDescription
        {
            Idempotent = JsonMembers.FindFlag(root, "idempotency"u8),
            Operations = JsonMembers.FindFlag(root, "operations"u8) ?? false,
            PricePerCall = perCall,
            PricePerSecond = perSecond,
            Identity = string.Join(' ', JsonMembers.FindText(root, "version"u8), JsonMembers.FindText(inUse, "name"u8), JsonMembers.FindText(inUse, "model"u8)),
            TypicalSeconds = typical.ValueKind == JsonValueKind.Number && typical.TryGetDouble(out var seconds) && seconds is >= 0 and <= LongestTypicalSeconds
                ? seconds
                : null,
        };
    }

    private static (decimal? PerCall, decimal? PerSecond) ReadPrice(JsonElement price)
    {
        var amount = JsonMembers.Find(price, "usd"u8);
        if (amount.ValueKind != JsonValueKind.Number || !amount.TryGetDecimal(out var usd) || usd is < 0 or > HighestPrice)
        {
            return (null, null);
        }

        return JsonMembers.FindText(price, "per"u8) == "second" ? (0, usd) : (usd, 0);
    }
}
