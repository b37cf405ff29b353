using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The envelope of any service, read member by member, so that one faulty member does not hide the others.</summary>
internal sealed record ServiceEnvelope
{
    private const int MaxProviderLength = 100;

    public required bool Success { get; init; }

    public required JsonElement Result { get; init; }

    public required EnvelopeError? Error { get; init; }

    public required EnvelopeCost Cost { get; init; }

    public required string? Provider { get; init; }

    /// <summary>Null when the JSON is no envelope: no object, or no boolean <c>success</c>.</summary>
    public static ServiceEnvelope? Read(JsonElement root) =>
        JsonMembers.FindFlag(root, "success"u8) is { } success ? Read(root, success) : null;

    /// <summary>Reads the members beside <c>success</c>.</summary>
    public static ServiceEnvelope Read(JsonElement root, bool success) => new()
    {
        Success = success,
        Result = JsonMembers.Find(root, "result"u8),
        Error = EnvelopeError.Read(JsonMembers.Find(root, "error"u8)),
        Cost = EnvelopeCost.Read(root),
        Provider = JsonMembers.FindText(root, "provider"u8) is { Length: > 0 and <= MaxProviderLength } name ? name : null,
    };
}
