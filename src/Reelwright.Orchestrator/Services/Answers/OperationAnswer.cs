using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Answers;

/// <summary>The operation that an answer speaks of, and the envelope that comes with it once it has ended.</summary>
internal sealed record OperationAnswer(string? Id, string Status, ServiceEnvelope? Envelope, EnvelopeCost Cost)
{
    public bool HasEnded => Status is OperationStatus.Succeeded or OperationStatus.Failed or OperationStatus.Cancelled;

    /// <summary>Null when the answer speaks of none.</summary>
    public static OperationAnswer? Read(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("operation", out var operation) && operation.ValueKind == JsonValueKind.Object
        && operation.TryGetProperty("status", out var word) && JsonText.TryRead(word, out var status)
            ? new OperationAnswer(Identify(operation), status, ServiceEnvelope.Read(root), EnvelopeCost.Read(root))
            : null;

    /// <summary>Only the id that an answer to a paid call names; it may lack everything else.</summary>
    public static string? ReadId(WireAnswer.Received answer)
    {
        using var document = WireDocument.TryParse(answer, out _);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("operation", out var operation) && operation.ValueKind == JsonValueKind.Object
                ? Identify(operation)
                : null;
    }

    private static string? Identify(JsonElement operation) =>
        operation.TryGetProperty("id", out var id) && JsonText.TryRead(id, out var text) && text.Length > 0 ? text : null;
}
