using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The member <c>operation</c> of a response.</summary>
/// <param name="Id">Null when it names none.</param>
/// <param name="Status">In lower case; null when it names none.</param>
internal sealed record OperationResponse(string? Id, string? Status)
{
    /// <summary>Null when the response has no such object.</summary>
    public static OperationResponse? Read(JsonElement root)
    {
        var operation = JsonMembers.Find(root, "operation"u8);
        return operation.ValueKind == JsonValueKind.Object
            ? new OperationResponse(JsonMembers.FindId(operation, "id"u8), Normalise(JsonMembers.FindText(operation, "status"u8)))
            : null;
    }

    private static string? Normalise(string? status) => status?.Trim().ToLowerInvariant() switch
    {
        "canceled" => OperationStatus.Cancelled,
        var word => word,
    };
}
