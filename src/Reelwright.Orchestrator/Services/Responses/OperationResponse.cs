using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The operation that an answer speaks of, and the envelope that comes with it once it has ended.</summary>
internal sealed record OperationResponse(string? Id, string Status, ServiceEnvelope? Envelope, EnvelopeCost Cost)
{
    public bool HasEnded => Status is OperationStatus.Succeeded or OperationStatus.Failed or OperationStatus.Cancelled;

    /// <summary>Null when the answer speaks of none.</summary>
    public static OperationResponse? Read(JsonElement root)
    {
        var operation = JsonMembers.Find(root, "operation"u8);
        return JsonMembers.FindText(operation, "status"u8) is { } status
            ? new OperationResponse(JsonMembers.FindText(operation, "id"u8), status, ServiceEnvelope.Read(root), EnvelopeCost.Read(root))
            : null;
    }

    /// <summary>Only the id that an answer to a paid call names; it may lack everything else.</summary>
    public static string? ReadId(ServiceResponse.Received answer)
    {
        using var document = WireDocument.TryParse(answer, out _);
        return document is null ? null : JsonMembers.FindText(JsonMembers.Find(document.RootElement, "operation"u8), "id"u8);
    }
}
