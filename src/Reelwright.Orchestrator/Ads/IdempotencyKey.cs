using Microsoft.Extensions.Primitives;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Ads;

/// <summary>The header <c>Idempotency-Key</c>: bare, or quoted as the IETF draft has it; both name the same key.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>On the answer to a creation that had been asked for before.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    private const int MaxLength = 255;

    /// <summary>Null when none was sent, or a wrong one, which is then among the errors.</summary>
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

    /// <summary>Null when the quotes don't close.</summary>
    private static string? Unquote(string value)
    {
        if (!value.StartsWith('"'))
        {
            return value;
        }

        return value.Length >= 2 && value.EndsWith('"') ? value[1..^1] : null;
    }
}
