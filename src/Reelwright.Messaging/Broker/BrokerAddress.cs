using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelwright.Messaging.Broker;

/// <summary>
/// Address and credentials of the broker. <c>ToString</c> leaves out user and password, so that the address can be logged.
/// </summary>
internal sealed partial record BrokerAddress(bool Tls, string Host, int Port, string VirtualHost)
{
    private const string Example = "Write it as amqp://user:password@host:5672/vhost, or amqps:// for TLS";
    private const int PlainPort = 5672;
    private const int TlsPort = 5671;

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>Reads an AMQP URL. The problem never quotes the URL, because in a malformed URL the password may be anywhere.</summary>
    public static (BrokerAddress? Address, string? Problem) Read(string url)
    {
        if (Parts().Match(url.Trim()) is not { Success: true } parts)
        {
            return (
                null,
                $"is not the URL of a RabbitMQ broker. {Example}; user, password and vhost are percent-encoded "
                + "(/ is %2F, @ is %40, # is %23).");
        }

        var tls = parts.Groups["scheme"].Value.Equals("amqps", StringComparison.OrdinalIgnoreCase);
        var port = tls ? TlsPort : PlainPort;
        if (parts.Groups["port"] is { Success: true, Value: var digits }
            && (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            return (null, $"has a port that is not one of 1 to 65535. {Example}.");
        }

        if (!TryDecode(parts.Groups["user"].Value, out var user)
            || !TryDecode(parts.Groups["password"].Value, out var password)
            || !TryDecode(parts.Groups["vhost"].Value, out var vhost))
        {
            return (null, "has a % that is not followed by two hexadecimal digits. A percent sign itself is written %25.");
        }

        var host = parts.Groups["host"].Value.Trim('[', ']');
        var named = parts.Groups["user"].Success;
        return (new(tls, host, port, vhost.Length > 0 ? vhost : "/") { User = named
            ? user : "guest", Password = named ? password
            : "guest" }, null);
    }

    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return $"{(Tls ? "amqps" : "amqp")}://{host}:{Port}/{Uri.EscapeDataString(VirtualHost)}";
    }

    private static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = BadEscape().IsMatch(text) ? null : Uri.UnescapeDataString(text);
        return decoded is not null;
    }

    [GeneratedRegex(
        @"^(?<scheme>amqps?)://(?:(?<user>[^:/@?#\s]*)(?::(?<password>[^:/@?#\s]*))?@)?"
            + @"(?<host>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?<port>\d+))?(?:/(?<vhost>[^/?#\s]*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex BadEscape();
}
