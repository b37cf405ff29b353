using RabbitMQ.Client;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Signals;

/// <summary>
/// Sends the buffered signals in one loop: batch by batch, each confirmed by the broker before the next. Ready signals that were not
/// confirmed are raised on this node.
/// </summary>
internal sealed class Publisher(
    IChannel channel, Topology topology, ThisNode node, SignalSendBuffer buffer, BrokerLogThrottle logThrottle, TimeProvider time)
{
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FlushPatience = TimeSpan.FromSeconds(1);

    private readonly BasicProperties properties = new()
    {
        AppId = node.Id.ToString(),
        ContentType = "application/json",
        DeliveryMode = DeliveryModes.Transient,
    };
    private volatile bool isPaused;

    /// <summary>The client's rate limiter is off, because it delays and fails bursts; the size of a batch is the limit.</summary>
    public static CreateChannelOptions Options { get; } = new(
        publisherConfirmationsEnabled: true,
        publisherConfirmationTrackingEnabled: true,
        outstandingPublisherConfirmationsRateLimiter: null);

    /// <summary>Runs until cancelled, or until the broker does not confirm in time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var batch = await buffer.TakeAsync(cancellationToken);
            await SendAsync(batch, cancellationToken);
        }
    }

    /// <summary>Sends what is left within a short bound.</summary>
    public async Task FlushAsync()
    {
        while (buffer.Take() is { IsEmpty: false } rest)
        {
            await SendAsync(rest, new CancellationToken(canceled: true));
        }
    }

    /// <summary>The broker blocks publishers: until <see cref="Resume"/> signals stay on this node.</summary>
    public void Pause()
    {
        isPaused = true;
        node.SignalReady(buffer.Close());
    }

    public void Resume() => isPaused = false;

    // A batch that was taken is sent to its end even when the node stops meanwhile, within a shorter bound.
    private async Task SendAsync(Batch batch, CancellationToken stopping)
    {
        if (batch.Dropped > 0)
        {
            logThrottle.Dropped(batch.Dropped);
        }

        try
        {
            await ConfirmedAsync(Task.WhenAll(Begin(batch)), stopping);
        }
        catch (TimeoutException) when (isPaused)
        {
            node.SignalReady(batch.Ready);
        }
        catch (Exception exception)
        {
            node.SignalReady(batch.Ready);
            throw exception is TimeoutException
                ? new BrokerException($"The broker did not confirm a message within {ConfirmPatience.TotalSeconds:0} s.") : exception;
        }
    }

    private async Task ConfirmedAsync(Task sending, CancellationToken stopping)
    {
        try
        {
            await sending.WaitAsync(ConfirmPatience, time, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await sending.WaitAsync(FlushPatience, time, CancellationToken.None);
        }
    }

    private List<Task> Begin(Batch batch)
    {
        // Mandatory: a message that no queue takes comes back as an error, which reveals that the queue was deleted.
        var sending = Enumerable.Range(0, batch.Ready)
            .Select(_ =>
                channel.BasicPublishAsync(string.Empty, topology.ReadyQueue, mandatory: true, properties, SignalMessage.Ready).AsTask())
            .ToList();
        sending.AddRange(
            from message in SignalMessage.Broadcasts(batch.Cancelled, batch.Progressed)
            select channel.BasicPublishAsync(
                topology.BroadcastExchange, string.Empty, mandatory: false, properties, message.Write()).AsTask());
        return sending;
    }
}
