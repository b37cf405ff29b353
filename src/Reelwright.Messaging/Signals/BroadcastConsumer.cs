using RabbitMQ.Client;
using Reelwright.Engine.Jobs;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Signals;

/// <summary>Hears what other nodes tell every node, and rings it here.</summary>
internal sealed class BroadcastConsumer : AsyncDefaultBasicConsumer
{
    // What the broker sends before it has heard that the first was dealt with: bounds what waits in our memory.
    private const ushort Prefetch = 100;

    private readonly ThisNode node;
    private readonly BrokerLogThrottle complaints;
    private readonly string ownName;
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BroadcastConsumer(IChannel channel, ThisNode node, BrokerLogThrottle complaints)
        : base(channel)
    {
        (this.node, this.complaints, ownName) = (node, complaints, node.Id.ToString());
    }

    /// <summary>Fails when the broker takes this node's queue away.</summary>
    public Task Gone => gone.Task;

    public static async Task<BroadcastConsumer> OpenAsync(
        IChannel channel, Topology topology, ThisNode node, BrokerLogThrottle complaints, CancellationToken cancellationToken)
    {
        var queue = await topology.DeclareNewsAsync(channel, cancellationToken);
        var rings = new BroadcastConsumer(channel, node, complaints);
        await channel.BasicQosAsync(prefetchSize: 0, Prefetch, global: false, cancellationToken);
        await channel.BasicConsumeAsync(queue, autoAck: false, rings, cancellationToken);
        return rings;
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
        // Our own were heard when they were sent.
        if (properties.AppId != ownName)
        {
            Ring(exchange, body.Span);
        }

        await Channel.BasicAckAsync(deliveryTag, multiple: false, cancellationToken);
    }

    public override Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        gone.TrySetException(new BrokerException("This node's queue for news was deleted."));
        return Task.CompletedTask;
    }

    private void Ring(string source, ReadOnlySpan<byte> body)
    {
        if (SignalMessage.Read(body) is not { } message)
        {
            complaints.Strange(source, body.Length);
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
