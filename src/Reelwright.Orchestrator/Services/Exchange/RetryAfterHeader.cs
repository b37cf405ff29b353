using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>Reads <c>Retry-After</c> in both of its forms (RFC 9110, 10.2.3), and in common malformed ones.</summary>
internal static class RetryAfterHeader
{
    // Callers apply a limit of their own; this one avoids an overflow.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Null when the header is missing or unreadable; a negative wait or a moment in the past is 0.</summary>
    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (double.TryParse(
                value,
                NumberStyles.Float & ~NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var seconds)
            && !double.IsNaN(seconds))
        {
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
        }

        if (HeaderUtilities.TryParseDate(value, out var moment))
        {
            var wait = moment - now;
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
        }

        return null;
    }
}
