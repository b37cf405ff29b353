using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Reelwright.Messaging.Broker;

/// <summary>Opens and closes connections, each within a bound.</summary>
internal static class BrokerConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(1);

    // The client closes the connection over a larger message, and would be sent the same one again for ever. This is more than any broker lets through.
    private const uint LargestMessage = 512 * 1024 * 1024;

    /// <summary>The client's own recovery is off: it knows nothing of a first connection that fails, of a queue that is gone or of a channel that was closed, so that all would have to be handled twice.</summary>
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

    /// <summary>Says goodbye, and does not wait long for a broker that does not answer: the client alone would, for many seconds.</summary>
    public static async Task CloseAsync(IConnection connection, TimeProvider time)
    {
        var closing = AbortAsync(connection);
        await closing.WaitAsync(ClosePatience * 2, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Why it failed, in one sentence: the innermost cause says it, those around it that something failed.</summary>
    public static string Reason(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        var text = (exception is OperationInterruptedException { ShutdownReason.ReplyText: { Length: > 0 } said } ? said : exception.Message).ReplaceLineEndings(" ").TrimEnd();
        return text.EndsWith('.') ? text : $"{text}.";
    }

    private static async Task AbortAsync(IConnection connection)
    {
        await connection.AbortAsync(Constants.ReplySuccess, "Goodbye", ClosePatience);
        await connection.DisposeAsync();
    }
}
