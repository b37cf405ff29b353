using System.Text.RegularExpressions;

namespace Reelwright.Hosting.Logs;

/// <summary>
/// Removes secrets from text that is logged: bearer tokens, API keys, signatures, passwords in URLs, and the configured secrets anywhere.
/// </summary>
internal sealed partial class Redactor(IEnumerable<string?> secrets)
{
    private const string Hidden = "***";
    private const int MaxLength = 16_384;

    private readonly string[] known = [.. secrets.Where(secret => !string.IsNullOrEmpty(secret)).Select(secret => secret!)];

    public string Clean(string text)
    {
        var clean = text.Length > MaxLength ? string.Concat(text.AsSpan(0, MaxLength), "...") : text;
        foreach (var secret in known)
        {
            clean = clean.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        clean = AfterName().Replace(clean, $"$1{Hidden}");
        clean = Password().Replace(clean, $"$1{Hidden}@");
        return ApiKey().Replace(clean, $"$1{Hidden}");
    }

    [GeneratedRegex(
        @"(Bearer\s+|[?&](?:signature|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token|token|api_key|key)=)[^\s&""']+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterName();

    [GeneratedRegex(@"(\w+://[^\s/@:]*:)[^\s/@]+@", RegexOptions.CultureInvariant)]
    private static partial Regex Password();

    [GeneratedRegex(@"\b(rw_|sk-|r8_|whsec_)[A-Za-z0-9_\-+/=]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex ApiKey();
}
