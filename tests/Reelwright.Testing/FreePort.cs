using System.Net;
using System.Net.Sockets;

namespace Reelwright.Testing;

/// <summary>Ports for processes that must be told theirs.</summary>
public static class FreePort
{
    /// <summary>Different ports of 127.0.0.1 that nobody listened on a moment ago.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
            {
                listener.Start();
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }

    public static int Take() => Take(1)[0];
}
