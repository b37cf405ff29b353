using System.Collections.Concurrent;
using System.Threading.Channels;
using RabbitMQ.Client;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Signals;

/// <summary>
/// Takes rings of the ready bell from the broker as long as this node has room for jobs. A ring is acknowledged when the node has claimed for it; until then
/// it would go to another node if this one died. A full node stops consuming and gives back what it was dealt, so that the rings go where there is room.
/// </summary>
internal sealed class ReadyConsumer : AsyncDefaultBasicConsumer
{
    private const int LargestPrefetch = 64;

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    private readonly string queue;
    private readonly ThisNode node;
    private readonly BrokerLogThrottle complaints;
    private readonly ConcurrentQueue<ulong> delivered = new();
    private readonly ConcurrentQueue<ulong> silent = new();
    private readonly Queue<(ulong Tag, long Ring)> rung = new();
    private readonly Channel<bool> wake = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private string? consumer;
    private int prefetch;

    private ReadyConsumer(IChannel channel, string queue, ThisNode node, BrokerLogThrottle complaints)
        : base(channel)
    {
        (this.queue, this.node, this.complaints) = (queue, node, complaints);
    }

    /// <exception cref="TimeoutException">The queue is there but takes nothing, as a quorum queue without a leader.</exception>
    public static async Task<ReadyConsumer> OpenAsync(
        IChannel channel, Topology topology, ThisNode node, BrokerLogThrottle complaints, TimeProvider time, CancellationToken cancellationToken)
    {
        await topology.DeclareReadyAsync(channel, cancellationToken);
        var probe = channel.BasicPublishAsync(string.Empty, topology.ReadyQueue, mandatory: true, SignalMessage.Probe, cancellationToken).AsTask();
        if (await Task.WhenAny(probe, Task.Delay(ProbePatience, time, cancellationToken)) != probe)
        {
            throw new TimeoutException("The queue does not take what is sent to it.");
        }

        await probe;
        return new ReadyConsumer(channel, topology.ReadyQueue, node, complaints);
    }

    /// <summary>
    /// Until cancelled or the queue is gone, after each delivery and each of the node's turns of claiming: (1) acknowledges what the node has claimed for,
    /// (2) rings for what has come in while there is room, (3) gives back the rest and stops consuming, (4) consumes (again) when there is room, with a
    /// prefetch that is no larger than the room.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        node.Signals.TurnEnded += Wake;
        try
        {
            while (true)
            {
                await AcknowledgeAsync(cancellationToken);
                Ring();
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
            complaints.Strange(queue, body.Length);
        }

        (message is { IsReady: true } ? delivered : silent).Enqueue(deliveryTag);

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
        while (silent.TryDequeue(out var tag))
        {
            await Channel.BasicRejectAsync(tag, requeue: false, cancellationToken);
        }

        ulong? last = null;
        while (rung.TryPeek(out var first) && first.Ring <= node.Signals.Answered)
        {
            last = rung.Dequeue().Tag;
        }

        if (last is { } answered)
        {
            // Tags rise, rings are given in their order, and what was given back is settled: everything up to this one is.
            await Channel.BasicAckAsync(answered, multiple: true, cancellationToken);
        }
    }

    // (2)
    private void Ring()
    {
        while (!delivered.IsEmpty && node.Room() > 0 && delivered.TryDequeue(out var tag))
        {
            rung.Enqueue((tag, node.Signals.SignalReady()));
        }
    }

    // (3) Stops first, so that what is given back does not come here again.
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

    // (4) The broker takes a new prefetch for new consumers only: worth the round trips when the room has grown to twice as much.
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
