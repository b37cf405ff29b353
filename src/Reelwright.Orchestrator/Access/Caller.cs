using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Reelwright.Orchestrator.Access;

/// <summary>Who asks. Everything that a caller may see or do hangs on <see cref="Owner"/>, everything that is counted on <see cref="Counted"/>.</summary>
/// <param name="Owner">Whom the jobs belong to.</param>
/// <param name="Counted">Whom a limit counts: the address, as long as nobody has to show a key.</param>
internal readonly record struct Caller(string Owner, string Counted)
{
    /// <summary>The owner of every job while the API is open.</summary>
    public const string Local = "local";

    public static Caller Of(HttpContext context) => new(Local, Network(context.Connection.RemoteIpAddress));

    /// <summary>An IPv4 address, or the /64 of an IPv6 one: whoever has one address there has them all.</summary>
    internal static string Network(IPAddress? address)
    {
        const int PrefixBytes = 8;
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
