using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Outbound;

/// <summary>
/// Protects against SSRF: a URL from outside must not reach hosts that only this installation can reach. The guard resolves the host name,
/// checks every address and connects to exactly a checked address, so DNS rebinding has no effect.
/// The configured services and the media store are allowed; no other inside address is.
/// </summary>
public sealed class OutboundGuard
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly int[] PublicPorts = [80, 443, 8080, 8443];

    private readonly HashSet<string> inside;
    private readonly bool allowHttp;
    private readonly Network network;

    public OutboundGuard(
        IOptions<OutboundOptions> options, IOptions<ServiceAddresses> services, IOptions<MediaFilesOptions> media, Network network)
    {
        allowHttp = options.Value.AllowHttp;
        this.network = network;
        inside = options.Value.AllowedInside
            .Concat(services.Value.All().Select(service => service.Url))
            .Append(media.Value.Url)
            .Select(url => Authority(new Uri(url, UriKind.Absolute)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether this is one of the configured addresses of this installation.</summary>
    public bool IsInside(Uri url) => inside.Contains(Authority(url));

    /// <summary>Checks the URL itself; its addresses are checked when a connection is made.</summary>
    /// <exception cref="OutboundRefusedException">The URL is not one that may be fetched.</exception>
    public void Check(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw new OutboundRefusedException("Only http and https URLs are fetched.");
        }

        if (url.UserInfo.Length > 0)
        {
            throw new OutboundRefusedException($"The URL at {url.IdnHost} carries a user name, which is not allowed.");
        }

        if (IsInside(url))
        {
            return;
        }

        if (url.Scheme == Uri.UriSchemeHttp && !allowHttp)
        {
            throw new OutboundRefusedException(
                $"The URL at {url.IdnHost} is plain http; only https is fetched from outside this installation.");
        }

        if (!PublicPorts.Contains(url.Port))
        {
            throw new OutboundRefusedException(
                $"The URL at {url.IdnHost} uses port {url.Port}; allowed are {string.Join(", ", PublicPorts)}.");
        }
    }

    /// <summary>
    /// A handler whose every connection is checked. It follows no redirects, keeps no cookies and uses no proxy, because a proxy would make
    /// the connection unchecked.
    /// </summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = async (context, cancellationToken) => await ConnectAsync(context.DnsEndPoint, cancellationToken),
        ConnectTimeout = ConnectTimeout,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
        UseProxy = false,
    };

    private static string Authority(Uri url) => $"{url.IdnHost.TrimEnd('.')}:{url.Port}";

    private async Task<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await network.ResolveAsync(target.Host, cancellationToken);
        var trusted = inside.Contains($"{target.Host.TrimEnd('.')}:{target.Port}");
        if (!trusted && (addresses.Length == 0 || !addresses.All(AddressRules.IsPublic)))
        {
            throw new OutboundRefusedException($"{target.Host} does not lead to a public address, and only those are fetched from.");
        }

        for (var index = 0; ; index++)
        {
            try
            {
                return await network.ConnectAsync(new IPEndPoint(addresses[index], target.Port), cancellationToken);
            }
            catch (SocketException) when (index + 1 < addresses.Length)
            {
                // The next checked address of the same host may answer.
            }
        }
    }
}
