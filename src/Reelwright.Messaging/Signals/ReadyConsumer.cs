using System.Collections.Concurrent;
using System.Threading.Channels;
using RabbitMQ.Client;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Signals;

/// <summary>
/// Consumes the ready queue while this node has room for jobs. A delivery is acknowledged after the node has claimed for it, so that
/// a crash returns it to the queue. A full node stops consuming and requeues what it holds, so that nodes with room receive it.
/// </summary>
internal sealed class ReadyConsumer : AsyncDefaultBasicConsumer
{
    private const int LargestPrefetch = 64;

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    private readonly string queue;
    private readonly ThisNode node;
    private readonly BrokerLogThrottle logThrottle;
    private readonly ConcurrentQueue<ulong> delivered = new();
    private readonly ConcurrentQueue<ulong> ignored = new();
    private readonly Queue<(ulong Tag, long Signal)> signalled = new();
    private readonly Channel<bool> wake = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private string? consumer;
    private int prefetch;

    private ReadyConsumer(IChannel channel, string queue, ThisNode node, BrokerLogThrottle logThrottle)
        : base(channel)
    {
        (this.queue, this.node, this.logThrottle) = (queue, node, logThrottle);
    }

    /// <exception cref="TimeoutException">The queue exists but accepts nothing, such as a quorum queue without a leader.</exception>
    public static async Task<ReadyConsumer> OpenAsync(
        IChannel channel,
        Topology topology,
        ThisNode node,
        BrokerLogThrottle logThrottle,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        await topology.DeclareReadyAsync(channel, cancellationToken);
        var probe = channel.BasicPublishAsync(
            string.Empty, topology.ReadyQueue, mandatory: true, SignalMessage.Probe, cancellationToken).AsTask();
        if (await Task.WhenAny(probe, Task.Delay(ProbePatience, time, cancellationToken)) != probe)
        {
            throw new TimeoutException("The queue does not accept messages; a quorum queue may have no leader.");
        }

        await probe;
        return new ReadyConsumer(channel, topology.ReadyQueue, node, logThrottle);
    }

    /// <summary>
    /// Runs until cancelled or until the queue is deleted. After each delivery and each claim of the node it
    /// (1) acknowledges the deliveries that the node has claimed for, (2) raises a signal for each delivery while there is room,
    /// (3) requeues the rest and stops consuming when there is none, (4) consumes again when there is room, with a prefetch no larger than
    /// it.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        node.Signals.TurnEnded += Wake;
        try
        {
            while (true)
            {
                await AcknowledgeAsync(cancellationToken);
                RaiseDelivered();
                var room = node.Room();
                if (room == 0)
                {
                    await PauseAsync(cancellationToken);
                }
                else
                {
                    await ConsumeAsync(Math.Min(room, LargestPrefetch), cancellationToken);
                }

                await wake.Reader.ReadAsync(cancellationToken);
            }
        }
        finally
        {
            node.Signals.TurnEnded -= Wake;
        }
    }

    public override Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        var message = SignalMessage.Read(body.Span);
        if (message is null)
        {
            logThrottle.Unreadable(queue, body.Length);
        }

        (message is { IsReady: true } ? delivered : ignored).Enqueue(deliveryTag);

        Wake();
        return Task.CompletedTask;
    }

    public override Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        wake.Writer.TryComplete(new BrokerException($"The queue {queue} was deleted."));
        return Task.CompletedTask;
    }

    private void Wake() => wake.Writer.TryWrite(true);

    // (1)
    private async Task AcknowledgeAsync(CancellationToken cancellationToken)
    {
        while (ignored.TryDequeue(out var tag))
        {
            await Channel.BasicRejectAsync(tag, requeue: false, cancellationToken);
        }

        ulong? last = null;
        while (signalled.TryPeek(out var first) && first.Signal <= node.Signals.Answered)
        {
            last = signalled.Dequeue().Tag;
        }

        if (last is { } answered)
        {
            // Delivery tags rise and signals are raised in their order, so every delivery up to this one is settled.
            await Channel.BasicAckAsync(answered, multiple: true, cancellationToken);
        }
    }

    // (2)
    private void RaiseDelivered()
    {
        while (!delivered.IsEmpty && node.Room() > 0 && delivered.TryDequeue(out var tag))
        {
            signalled.Enqueue((tag, node.Signals.SignalReady()));
        }
    }

    // (3) Stops consuming first, so that requeued messages do not come back to this node.
    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        if (consumer is { } tag)
        {
            consumer = null;
            await Channel.BasicCancelAsync(tag, noWait: false, cancellationToken);
        }

        while (delivered.TryDequeue(out var surplus))
        {
            await Channel.BasicNackAsync(surplus, multiple: false, requeue: true, cancellationToken);
        }
    }

    // (4) The broker applies a new prefetch to new consumers only. The round trips pay off when the room has doubled.
    private async Task ConsumeAsync(int wanted, CancellationToken cancellationToken)
    {
        if (consumer is not null && wanted < 2 * prefetch)
        {
            return;
        }

        await PauseAsync(cancellationToken);
        prefetch = wanted;
        await Channel.BasicQosAsync(prefetchSize: 0, (ushort)prefetch, global: false, cancellationToken);
        consumer = await Channel.BasicConsumeAsync(queue, autoAck: false, this, cancellationToken);
    }
}
