using System.Net;
using Reelwright.Hosting.Outbound;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>
/// What the clients use of the world outside: sockets, time and chance. The simulation replaces all three, so nothing else in this
/// folder may open a socket, start a timer or leave the caller's task scheduler.
/// </summary>
/// <param name="CreateHandler">The handler that carries all exchanges of one service.</param>
internal sealed record ServiceTransport(Func<ServiceClientOptions, HttpMessageHandler> CreateHandler, TimeProvider Time, Random Random)
{
    private const int ControlConnections = 32;
    private const int MaxHeaderKilobytes = 16;

    /// <summary>Real sockets.</summary>
    public static ServiceTransport OverSockets(TimeProvider time) => new(CreateSocketsHandler, time, Random.Shared);

    private static ConnectFaults CreateSocketsHandler(ServiceClientOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        MaxConnectionsPerServer = options.MaxConnections + ControlConnections,
        MaxResponseDrainSize = 64 * 1024,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        PooledConnectionIdleTimeout = options.ConnectionIdleTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        UseCookies = false,
        UseProxy = false,
    });
}
