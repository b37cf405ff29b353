using Microsoft.Extensions.Primitives;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Reads the header <c>Idempotency-Key</c>: bare, or quoted as in the IETF draft; both are the same key.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Response header of a creation that was answered from an earlier one.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    private const int MaxLength = 255;

    /// <summary>Null when none was sent, or when it is invalid; then an error is added.</summary>
    public static string? Read(StringValues header, InputErrors errors)
    {
        if (header.Count == 0)
        {
            return null;
        }

        if (header.Count > 1)
        {
            errors.Add(Header, "is given more than once");
            return null;
        }

        var key = Unquote(header[0] ?? string.Empty);
        if (key is { Length: > 0 and <= MaxLength } && key.All(c => c is > ' ' and < (char)127))
        {
            return key;
        }

        errors.Add(Header, $"must be 1 to {MaxLength} visible ASCII characters, bare or in double quotes");
        return null;
    }

    /// <summary>Null when the closing quote is missing.</summary>
    private static string? Unquote(string value)
    {
        if (!value.StartsWith('"'))
        {
            return value;
        }

        return value.Length >= 2 && value.EndsWith('"') ? value[1..^1] : null;
    }
}
