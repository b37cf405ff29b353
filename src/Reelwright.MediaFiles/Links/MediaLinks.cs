using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Reelwright.MediaFiles.Links;

/// <summary>Result of checking a signed URL.</summary>
public enum LinkState
{
    Valid,
    Expired,
    Invalid,
}

/// <summary>
/// Signed media URLs: <c>{base}/{key}?expires={unix seconds}&amp;signature={base64url(HMAC-SHA256(key \n expires))}</c>.
/// The holder of a URL may read that file until the URL expires.
/// </summary>
public sealed class MediaLinks
{
    private readonly byte[] secret;
    private readonly Uri baseUrl;
    private readonly MediaFilesOptions options;
    private readonly TimeProvider time;

    public MediaLinks(IOptions<MediaFilesOptions> options, TimeProvider time)
    {
        this.options = options.Value;
        this.time = time;
        baseUrl = new Uri(this.options.Url.TrimEnd('/') + "/", UriKind.Absolute);
        secret = SigningKey.Load(this.options, time);
    }

    /// <summary>URL under which the store is served.</summary>
    public Uri BaseUrl => baseUrl;

    /// <summary>A URL for a user: short-lived.</summary>
    public string ForUser(MediaKey key) => Sign(key, options.UserLinkLifetime);

    /// <summary>A URL for another service: it is valid longer than a job runs.</summary>
    public string ForService(MediaKey key) => Sign(key, options.ServiceLinkLifetime);

    public string Sign(MediaKey key, TimeSpan lifetime)
    {
        var expires = (time.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{baseUrl}{key}?expires={expires}&signature={SignatureOf(key, expires)}";
    }

    /// <summary>Checks the expiry and signature of a key.</summary>
    public LinkState Check(MediaKey key, string? expires, string? signature)
    {
        if (expires is null
            || signature is null
            || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(SignatureOf(key, expires)), Encoding.UTF8.GetBytes(signature)))
        {
            return LinkState.Invalid;
        }

        return time.GetUtcNow().ToUnixTimeSeconds() <= until ? LinkState.Valid : LinkState.Expired;
    }

    /// <summary>
    /// Whether the URL points into this store: by its address, or by its signature when it was made under an earlier address.
    /// The port or the host name may change during the life of a job.
    /// </summary>
    public bool TryGetKey([NotNullWhen(true)] string? url, out MediaKey key)
    {
        key = default;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.UserInfo.Length == 0
            && uri.AbsolutePath.StartsWith(baseUrl.AbsolutePath, StringComparison.Ordinal)
            && MediaKey.TryParse(uri.AbsolutePath[baseUrl.AbsolutePath.Length..], out key)
            && (IsOurAddress(uri) || CheckQuery(key, uri) is not LinkState.Invalid);
    }

    /// <summary>
    /// Whether this store signed the URL. With <paramref name="acceptExpired"/> an expired signature is accepted,
    /// because a retry between services may come days later.
    /// </summary>
    public bool TryVerify([NotNullWhen(true)] string? url, bool acceptExpired, out MediaKey key)
    {
        if (!TryGetKey(url, out key))
        {
            return false;
        }

        return CheckQuery(key, new Uri(url)) switch
        {
            LinkState.Valid => true,
            LinkState.Expired => acceptExpired,
            _ => false,
        };
    }

    private bool IsOurAddress(Uri uri) =>
        Uri.Compare(uri, baseUrl, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private LinkState CheckQuery(MediaKey key, Uri uri)
    {
        var (expires, signature) = ReadQuery(uri.Query);
        return Check(key, expires, signature);
    }

    private static (string? Expires, string? Signature) ReadQuery(string query)
    {
        string? expires = null;
        string? signature = null;
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith("expires=", StringComparison.Ordinal))
            {
                expires = pair["expires=".Length..];
            }
            else if (pair.StartsWith("signature=", StringComparison.Ordinal))
            {
                signature = pair["signature=".Length..];
            }
        }

        return (expires, signature);
    }

    private string SignatureOf(MediaKey key, string expires) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{key}\n{expires}")));
}
