using System.Security.Cryptography;
using System.Text;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>Where calls are made: the address of a service, and the account in whose name it is called.</summary>
/// <param name="Url">Scheme, host, port and path, normalised; or the configured name of the origin.</param>
/// <param name="Account">A one-way fingerprint of the token, which tells accounts apart; <c>-</c> without a token.</param>
internal sealed record ServiceOrigin(string Url, string Account)
{
    private const string NoAccount = "-";
    private const int FingerprintLength = 12;

    /// <param name="url">Address of the service.</param>
    /// <param name="token">Its bearer token.</param>
    /// <param name="name">The configured name, which replaces the address.</param>
    public static ServiceOrigin Of(string url, string? token, string? name = null) => new(
        string.IsNullOrEmpty(name) ? new Uri(url, UriKind.Absolute).GetLeftPart(UriPartial.Path).TrimEnd('/') : name,
        string.IsNullOrEmpty(token) ? NoAccount : Fingerprint(token));

    /// <summary>Null when the text is not one of <see cref="ToString"/> with an address: where a name was, is not known.</summary>
    public static ServiceOrigin? Parse(string text) =>
        text.Split(' ') is [var url, { Length: > 0 } account]
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
            ? new ServiceOrigin(url, account)
            : null;

    /// <summary>Whether a token that was configured for <paramref name="other"/> may be sent here.</summary>
    public bool MayUseTokenOf(ServiceOrigin other)
    {
        var (here, there) = (new Uri(Url), new Uri(other.Url));
        return Account == other.Account
            || (string.Equals(here.IdnHost, there.IdnHost, StringComparison.OrdinalIgnoreCase)
                && (here.Scheme == there.Scheme || here.Scheme == Uri.UriSchemeHttps));
    }

    /// <summary>As the ledger stores it.</summary>
    public override string ToString() => $"{Url} {Account}";

    private static string Fingerprint(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"reelwright service account\n{token}")))[..FingerprintLength];
}
