using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Reelwright.MediaFiles.Links;

/// <summary>What a check of a signed URL came to.</summary>
public enum LinkState
{
    Valid,
    Expired,
    Invalid,
}

/// <summary>
/// Media URLs that carry their own permission: <c>{base}/{key}?expires={unix seconds}&amp;signature={base64url(HMAC-SHA256(key \n expires))}</c>.
/// Whoever holds one may read that one file until it expires.
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

    /// <summary>Where the store is served.</summary>
    public Uri BaseUrl => baseUrl;

    /// <summary>A URL for a user: short-lived.</summary>
    public string ForUser(MediaKey key) => Sign(key, options.UserLinkLifetime);

    /// <summary>A URL for another service: it outlives a job.</summary>
    public string ForService(MediaKey key) => Sign(key, options.ServiceLinkLifetime);

    public string Sign(MediaKey key, TimeSpan lifetime)
    {
        var expires = (time.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{baseUrl}{key}?expires={expires}&signature={SignatureOf(key, expires)}";
    }

    /// <summary>Checks what a URL's query says about a key.</summary>
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
    /// Whether the URL points into our store: by its address, whatever its signature, or by its signature when we made it under an
    /// address of before (the port was another, or the name). Jobs outlive both.
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
    /// Whether we signed this URL. An expired signature still proves that; with <paramref name="acceptExpired"/> it is
    /// enough, as between services, where a retry may come days later.
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
