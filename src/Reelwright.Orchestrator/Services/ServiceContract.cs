using System.Text.Json;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services;

/// <summary>What is special about one microservice: its name, its paid call, and what its result must contain.</summary>
internal abstract class ServiceContract
{
    /// <summary>One of <see cref="Reelwright.Contracts.Services.ServiceNames"/>.</summary>
    public abstract string Service { get; }

    /// <summary>Path of the paid call.</summary>
    public abstract string Path { get; }

    /// <summary>
    /// The fault of a result as the end of a sentence; null when it contains all that is required. Other members are not checked.
    /// </summary>
    public abstract string? FindBreach(JsonElement result, LedgerCall call);

    /// <summary>The <c>duration</c> in a call's request; null when it has none.</summary>
    public static decimal? RequestedSeconds(LedgerCall call)
    {
        using var document = JsonDocument.Parse(call.Request);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("duration", out var duration)
            && duration.ValueKind == JsonValueKind.Number
            && duration.TryGetDecimal(out var seconds)
            ? seconds
            : null;
    }
}
