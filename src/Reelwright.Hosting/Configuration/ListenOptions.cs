using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Reelwright.Hosting.Configuration;

/// <summary>Section of the host itself, such as <c>Reelwright:PromptParser</c>: where it listens.</summary>
public sealed class ListenOptions
{
    /// <summary><c>http://127.0.0.1:8001</c>; an IP address, <c>localhost</c> or <c>*</c>, and a port; port 0 takes a free one.</summary>
    [Required]
    public string Listen { get; set; } = string.Empty;

    /// <summary>The orchestrator's <c>--insecure</c>: listen beyond this machine although callers need no key.</summary>
    public bool Insecure { get; set; }

    /// <summary>
    /// Host names beside those of this machine that requests may carry on loopback, such as the public name that a local proxy passes on.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    internal static bool TryRead(string text, out IPEndPoint endpoint)
    {
        endpoint = new IPEndPoint(IPAddress.None, 0);
        var readable = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(readable, UriKind.Absolute, out var uri)
            || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return false;
        }

        if (uri.Host == "localhost")
        {
            endpoint = new IPEndPoint(IPAddress.Loopback, uri.Port);
            return true;
        }

        if (!IPAddress.TryParse(uri.IdnHost, out var address))
        {
            return false;
        }

        endpoint = new IPEndPoint(address, uri.Port);
        return true;
    }
}
