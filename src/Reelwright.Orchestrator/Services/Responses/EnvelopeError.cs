using System.Text.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The <c>error</c> of an envelope: an object, or just a sentence.</summary>
internal sealed record EnvelopeError(string? Code, string? Message, bool? Retryable)
{
    private static readonly string[] ModerationWords =
        ["content_reject", "content_policy", "content_filter", "content_moderation", "moderation", "safety", "nsfw"];

    /// <summary>The source that the error names, by <c>scene</c> and <c>source_url</c>, here or within <c>details</c>.</summary>
    public UnusableSource? Source { get; private init; }

    /// <summary>The provider refused the content itself; no other attempt helps.</summary>
    public bool IsModeration => Code is not null && ModerationWords.Any(NormalisedCode.StartsWith);

    /// <summary>
    /// An earlier delivery that the service can't use, and won't be able to use later either; null for every other error.
    /// </summary>
    public UnusableSource? UnusableSource => Retryable != true && Code is not null && NormalisedCode == "source_unusable" ? Source : null;

    private string NormalisedCode => Code!.Replace('-', '_').Replace('.', '_').Replace(' ', '_').ToLowerInvariant();

    public static EnvelopeError? Read(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Object => new EnvelopeError(
            JsonMembers.FindText(error, "code"u8), JsonMembers.FindText(error, "message"u8), JsonMembers.FindFlag(error, "retryable"u8))
        {
            Source = ReadSource(error),
        },
        JsonValueKind.String => new EnvelopeError(null, JsonMembers.TryRead(error, out var text) ? text : null, null),
        _ => null,
    };

    /// <summary><c>CODE: message</c>, or what there is of it.</summary>
    public override string ToString() => string.Join(": ", new[] { Code, Message }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static UnusableSource? ReadSource(JsonElement error)
    {
        var details = JsonMembers.Find(error, "details"u8);
        var url = JsonMembers.FindText(error, "source_url"u8) ?? JsonMembers.FindText(details, "source_url"u8);
        var scene = JsonMembers.FindIndex(error, "scene"u8) ?? JsonMembers.FindIndex(details, "scene"u8);
        return url is null && scene is null ? null : new UnusableSource(url, scene);
    }
}
