using RabbitMQ.Client;

namespace Reelwright.Messaging.Broker;

/// <summary>
/// The queue and the exchange that nodes declare. Messages are bounded in number, bytes and time to live: after that time the poll has
/// found the job, and the signal is worthless.
/// </summary>
internal sealed record Topology(string Prefix)
{
    private const int MostMessages = 10_000;
    private const int MostBytes = 4 * 1024 * 1024;
    private const int LifetimeMilliseconds = 10_000;

    /// <summary>One message for each job that is ready; the broker distributes them among the nodes that have room.</summary>
    public string ReadyQueue => $"{Prefix}.ready";

    /// <summary>Fanout exchange that carries cancel requests and progress to every node.</summary>
    public string BroadcastExchange => $"{Prefix}.news";

    public Task DeclareReadyAsync(IChannel channel, CancellationToken cancellationToken) => channel.QueueDeclareAsync(
        ReadyQueue,
        durable: true,
        exclusive: false,
        autoDelete: false,
        Bounds(new() { ["x-queue-type"] = "quorum" }),
        cancellationToken: cancellationToken);

    /// <summary>
    /// Returns the name that the broker gave to this node's queue; the broker deletes the queue when the connection closes.
    /// </summary>
    public async Task<string> DeclareBroadcastAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(BroadcastExchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        var queue = await channel.QueueDeclareAsync(
            queue: string.Empty, durable: false, exclusive: true, autoDelete: true, Bounds([]), cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue.QueueName, BroadcastExchange, routingKey: string.Empty, cancellationToken: cancellationToken);
        return queue.QueueName;
    }

    private static Dictionary<string, object?> Bounds(Dictionary<string, object?> arguments)
    {
        arguments["x-max-length"] = MostMessages;
        arguments["x-max-length-bytes"] = MostBytes;
        arguments["x-overflow"] = "drop-head";
        arguments["x-message-ttl"] = LifetimeMilliseconds;
        return arguments;
    }
}
