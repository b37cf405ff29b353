using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Reelwright.Messaging.Broker;

/// <summary>Opens and closes connections, each within a bound.</summary>
internal static class BrokerConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(1);

    // The client closes the connection when a message is larger, and the broker would then deliver the same message again without end.
    // No broker accepts a message of this size.
    private const uint LargestMessage = 512 * 1024 * 1024;

    /// <summary>
    /// The client's automatic recovery is off. It covers neither a failed first connection nor a deleted queue nor a closed channel,
    /// so <see cref="RabbitLink"/> handles all faults in one way.
    /// </summary>
    public static Task<IConnection> OpenAsync(BrokerAddress address, TimeSpan heartbeat, Guid node, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            HostName = address.Host,
            Port = address.Port,
            VirtualHost = address.VirtualHost,
            UserName = address.User,
            Password = address.Password,
            Ssl = new SslOption { Enabled = address.Tls, ServerName = address.Host },
            ClientProvidedName = $"reelwright {node}",
            RequestedHeartbeat = heartbeat,
            RequestedConnectionTimeout = Patience,
            HandshakeContinuationTimeout = Patience,
            ContinuationTimeout = Patience,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            MaxInboundMessageBodySize = LargestMessage,
        };
        return factory.CreateConnectionAsync(cancellationToken);
    }

    /// <summary>Closes the connection within a bound; without it the client waits many seconds for a broker that does not answer.</summary>
    public static async Task CloseAsync(IConnection connection, TimeProvider time)
    {
        var closing = AbortAsync(connection);
        await closing.WaitAsync(ClosePatience * 2, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The innermost cause in one sentence.</summary>
    public static string Reason(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        var message = exception is OperationInterruptedException { ShutdownReason.ReplyText: { Length: > 0 } reply }
            ? reply
            : exception.Message;
        var text = message.ReplaceLineEndings(" ").TrimEnd();
        return text.EndsWith('.') ? text : $"{text}.";
    }

    private static async Task AbortAsync(IConnection connection)
    {
        await connection.AbortAsync(Constants.ReplySuccess, "Goodbye", ClosePatience);
        await connection.DisposeAsync();
    }
}
