using RabbitMQ.Client;
using Reelwright.Engine.Jobs;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Signals;

/// <summary>Receives the cancel and progress signals of other nodes and raises them on this node.</summary>
internal sealed class BroadcastConsumer : AsyncDefaultBasicConsumer
{
    // Unacknowledged messages that the broker sends ahead; bounds the memory that they take.
    private const ushort Prefetch = 100;

    private readonly ThisNode node;
    private readonly BrokerLogThrottle logThrottle;
    private readonly string ownName;
    private readonly TaskCompletionSource queueDeleted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BroadcastConsumer(IChannel channel, ThisNode node, BrokerLogThrottle logThrottle)
        : base(channel)
    {
        (this.node, this.logThrottle, ownName) = (node, logThrottle, node.Id.ToString());
    }

    /// <summary>Fails when this node's queue is deleted at the broker.</summary>
    public Task QueueDeleted => queueDeleted.Task;

    public static async Task<BroadcastConsumer> OpenAsync(
        IChannel channel, Topology topology, ThisNode node, BrokerLogThrottle logThrottle, CancellationToken cancellationToken)
    {
        var queue = await topology.DeclareBroadcastAsync(channel, cancellationToken);
        var consumer = new BroadcastConsumer(channel, node, logThrottle);
        await channel.BasicQosAsync(prefetchSize: 0, Prefetch, global: false, cancellationToken);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
        return consumer;
    }

    public override async Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        // This node raised its own signals when it sent them.
        if (properties.AppId != ownName)
        {
            Raise(exchange, body.Span);
        }

        await Channel.BasicAckAsync(deliveryTag, multiple: false, cancellationToken);
    }

    public override Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        queueDeleted.TrySetException(new BrokerException("This node's queue for broadcasts was deleted."));
        return Task.CompletedTask;
    }

    private void Raise(string source, ReadOnlySpan<byte> body)
    {
        if (SignalMessage.Read(body) is not { } message)
        {
            logThrottle.Unreadable(source, body.Length);
            return;
        }

        foreach (var job in message.Cancelled ?? [])
        {
            node.Signals.SignalCancel(new JobId(job));
        }

        foreach (var job in message.Progressed ?? [])
        {
            node.Signals.SignalProgress(new JobId(job));
        }
    }
}
