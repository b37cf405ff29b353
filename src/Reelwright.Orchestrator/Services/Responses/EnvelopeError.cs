using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>Why a service could not do it: an object, or just a sentence.</summary>
internal sealed record EnvelopeError(string? Code, string? Message, bool? Retryable)
{
    private static readonly string[] ModerationWords = ["content_reject", "content_policy", "content_filter", "content_moderation", "moderation", "safety", "nsfw"];

    /// <summary>The provider refused the content itself; no other attempt will change its mind.</summary>
    public bool IsModeration => Code is not null && ModerationWords.Any(Normalised.StartsWith);

    private string Normalised => Code!.Replace('-', '_').Replace('.', '_').Replace(' ', '_').ToLowerInvariant();

    public static EnvelopeError? Read(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Object => new EnvelopeError(
            JsonMembers.FindText(error, "code"u8), JsonMembers.FindText(error, "message"u8), JsonMembers.FindFlag(error, "retryable"u8)),
        JsonValueKind.String => new EnvelopeError(null, JsonMembers.TryRead(error, out var text) ? text : null, null),
        _ => null,
    };

    /// <summary><c>CODE: message</c>, or what there is of it.</summary>
    public override string ToString() => string.Join(": ", new[] { Code, Message }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
