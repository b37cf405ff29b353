using System.Net;
using System.Net.Sockets;

namespace Reelwright.Serving;

/// <summary>TCP ports on this machine's loopback address.</summary>
internal static class Ports
{
    public const int First = 8000;

    /// <summary>The orchestrator and the four services.</summary>
    public static IReadOnlyList<int> Defaults { get; } = [.. Enumerable.Range(First, 5)];

    public static bool IsFree(int port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As Kestrel does: a port that is only waiting out its last connections counts as free.
            listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Different ports that were free a moment ago.</summary>
    public static int[] TakeFree(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            Array.ForEach(listeners, listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            Array.ForEach(listeners, listener => listener.Dispose());
        }
    }
}
