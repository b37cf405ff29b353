using System.Net;
using System.Net.Sockets;

namespace Reelwright.Hosting.Outbound;

/// <summary>
/// Tells public addresses from others by the IANA special-purpose registries. Private, local, reserved, multicast and documentation
/// ranges are refused, and so is every IPv6 form with an embedded IPv4 address. A mapped address is checked as the IPv4 address inside it.
/// </summary>
public static class AddressRules
{
    private static readonly IPNetwork[] Refused =
    [
        .. Networks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        .. Networks(
            "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain))
            && !Refused.Any(network => network.Contains(plain));
    }

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
