using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Reelwright.Orchestrator.Access;

/// <summary>
/// The caller of a request. <see cref="Owner"/> decides what it may see and do, <see cref="Counted"/> is the key of its rate limits.
/// </summary>
/// <param name="Owner">Owner of the jobs.</param>
/// <param name="Counted">Key of the rate limits: the address while the API is open.</param>
internal readonly record struct Caller(string Owner, string Counted)
{
    /// <summary>The owner of every job while the API is open.</summary>
    public const string Local = "local";

    public static Caller Of(HttpContext context) => new(Local, Network(context.Connection.RemoteIpAddress));

    /// <summary>An IPv4 address, or the /64 of an IPv6 address, because one subscriber owns the whole /64.</summary>
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
