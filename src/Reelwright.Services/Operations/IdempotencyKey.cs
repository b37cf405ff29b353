using Microsoft.AspNetCore.Http;

namespace Reelwright.Services.Operations;

/// <summary>The <c>Idempotency-Key</c> header.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>
    /// Returns false when the header is not 1 to 255 visible ASCII characters. Without a header the key is a new unique one.
    /// </summary>
    public static bool TryRead(HttpRequest request, TimeProvider time, out string key)
    {
        key = request.Headers[Header].ToString();
        if (request.Headers[Header].Count == 0)
        {
            key = $"unkeyed-{Guid.CreateVersion7(time.GetUtcNow()):n}";
            return true;
        }

        return IsValid(key);
    }

    public static bool IsValid(string key) => key.Length is > 0 and <= MaxLength && key.All(character => character is > ' ' and < '\x7f');
}
