using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The envelope as somebody else's service may write it: read member by member, nothing thrown away unread.</summary>
internal sealed record ServiceEnvelope
{
    private const int MaxProviderLength = 100;

    public required bool Success { get; init; }

    public required JsonElement Result { get; init; }

    public required EnvelopeError? Error { get; init; }

    public required EnvelopeCost Cost { get; init; }

    public required string? Provider { get; init; }

    /// <summary>Null when it is not an envelope: no object, or no boolean <c>success</c>.</summary>
    public static ServiceEnvelope? Read(JsonElement root) => JsonMembers.FindFlag(root, "success"u8) is { } success
        ? new ServiceEnvelope
        {
            Success = success,
            Result = JsonMembers.Find(root, "result"u8),
            Error = EnvelopeError.Read(JsonMembers.Find(root, "error"u8)),
            Cost = EnvelopeCost.Read(root),
            Provider = JsonMembers.FindText(root, "provider"u8) is { Length: > 0 and <= MaxProviderLength } name ? name : null,
        }
        : null;
}
