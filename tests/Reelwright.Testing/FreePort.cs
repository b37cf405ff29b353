using System.Net;
using System.Net.Sockets;

namespace Reelwright.Testing;

/// <summary>Ports for processes that must be told theirs.</summary>
public static class FreePort
{
    /// <summary>
    /// Systems give outgoing connections ports from 32768 up: one that was free there may be taken by a mere client before a server that
    /// starts slowly gets to it. So all of ours lie below.
    /// </summary>
    private const int First = 12_000;
    private const int End = 32_000;

    /// <summary>Different ports of 127.0.0.1 that nobody listened on a moment ago.</summary>
    public static int[] Take(int count)
    {
        var listeners = new List<TcpListener>();
        try
        {
            while (listeners.Count < count)
            {
                var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(First, End));
                try
                {
                    listener.Start();
                    listeners.Add(listener);
                }
                catch (SocketException)
                {
                    // Taken: the next one.
                    listener.Dispose();
                }
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    public static int Take() => Take(1)[0];
}
