using System.Text.Json;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services.Description;

/// <summary>What <c>GET /capabilities</c> states. A member that is missing has the careful value.</summary>
internal sealed record ServiceDescription
{
    private const double LongestTypicalSeconds = 24 * 3600;

    /// <summary>Of a service without <c>/capabilities</c>.</summary>
    public static ServiceDescription Empty { get; } = new();

    /// <summary>Null when not stated.</summary>
    public bool? Idempotent { get; init; }

    /// <summary>Whether its operations can be found by key and cancelled.</summary>
    public bool Operations { get; init; }

    /// <summary>Null when no price is announced.</summary>
    public ServicePrice? Price { get; init; }

    /// <summary>How long one call of the provider in use takes.</summary>
    public double? TypicalSeconds { get; init; }

    /// <summary>Version, provider and model in use, as far as stated: whatever makes answers differ.</summary>
    public string Identity { get; init; } = "";

    public static ServiceDescription Read(JsonElement root)
    {
        var providers = JsonMembers.Find(root, "providers"u8);
        var inUse = providers.ValueKind == JsonValueKind.Array && providers.GetArrayLength() > 0 ? providers[0] : default;
        var typical = JsonMembers.Find(inUse, "typical_seconds"u8);
        return new ServiceDescription
        {
            Idempotent = JsonMembers.FindFlag(root, "idempotency"u8),
            Operations = JsonMembers.FindFlag(root, "operations"u8) ?? false,
            Price = ServicePrice.Read(JsonMembers.Find(inUse, "price"u8)),
            Identity = string.Join(
                ' ', JsonMembers.FindText(
                    root, "version"u8), JsonMembers.FindText(inUse, "name"u8), JsonMembers.FindText(inUse, "model"u8)),
            TypicalSeconds =
                typical.ValueKind == JsonValueKind.Number
                    && typical.TryGetDouble(out var seconds) && seconds is >= 0 and <= LongestTypicalSeconds
                    ? seconds
                    : null,
        };
    }
}
