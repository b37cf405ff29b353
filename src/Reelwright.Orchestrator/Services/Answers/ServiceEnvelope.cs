using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Answers;

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
    public static ServiceEnvelope? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("success", out var success) || success.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return null;
        }

        return new ServiceEnvelope
        {
            Success = success.GetBoolean(),
            Result = root.TryGetProperty("result", out var result) ? result : default,
            Error = root.TryGetProperty("error", out var error) ? EnvelopeError.Read(error) : null,
            Cost = EnvelopeCost.Read(root),
            Provider = root.TryGetProperty("provider", out var provider) && JsonText.TryRead(provider, out var name) && name.Length is > 0 and <= MaxProviderLength
                ? name
                : null,
        };
    }
}
