using RabbitMQ.Client;

namespace Reelwright.Messaging.Broker;

/// <summary>
/// What we declare at the broker. Everything is bounded in number, bytes and time: a doorbell that nobody heard in time is worth nothing, because the poll
/// has found the job.
/// </summary>
internal sealed record Topology(string Prefix)
{
    private const int MostMessages = 10_000;
    private const int MostBytes = 4 * 1024 * 1024;
    private const int LifetimeMilliseconds = 10_000;

    /// <summary>One ring for each job that is ready, dealt round the nodes that have room.</summary>
    public string ReadyQueue => $"{Prefix}.ready";

    /// <summary>Cancel requests and progress, for every node.</summary>
    public string NewsExchange => $"{Prefix}.news";

    public Task DeclareReadyAsync(IChannel channel, CancellationToken cancellationToken) => channel.QueueDeclareAsync(
        ReadyQueue,
        durable: true,
        exclusive: false,
        autoDelete: false,
        Bounds(new() { ["x-queue-type"] = "quorum" }),
        cancellationToken: cancellationToken);

    /// <summary>Returns the name that the broker gave to this node's queue, which goes when its connection does.</summary>
    public async Task<string> DeclareNewsAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(NewsExchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        var queue = await channel.QueueDeclareAsync(
            queue: string.Empty, durable: false, exclusive: true, autoDelete: true, Bounds([]), cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue.QueueName, NewsExchange, routingKey: string.Empty, cancellationToken: cancellationToken);
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
