using RabbitMQ.Client;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Signals;

/// <summary>The one loop that sends: a batch at a time, each confirmed by the broker before the next. Rings that were not confirmed ring here.</summary>
internal sealed class Publisher(IChannel channel, Topology topology, ThisNode node, SignalSendBuffer outbox, BrokerLogThrottle complaints, TimeProvider time)
{
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FlushPatience = TimeSpan.FromSeconds(1);

    private readonly BasicProperties properties = new() { AppId = node.Id.ToString(), ContentType = "application/json", DeliveryMode = DeliveryModes.Transient };
    private volatile bool isPaused;

    /// <summary>Without the client's own limit on what is unconfirmed, which answers a burst with delays and errors: a batch is small enough.</summary>
    public static CreateChannelOptions Options { get; } = new(
        publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);

    /// <summary>Until cancelled, or until the broker does not confirm.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var batch = await outbox.TakeAsync(cancellationToken);
            await SendAsync(batch, cancellationToken);
        }
    }

    /// <summary>What is left, if it can be sent quickly.</summary>
    public async Task FlushAsync()
    {
        while (outbox.Take() is { IsEmpty: false } rest)
        {
            await SendAsync(rest, new CancellationToken(canceled: true));
        }
    }

    /// <summary>The broker asks us to send nothing: until <see cref="Resume"/> it is as if there were none.</summary>
    public void Pause()
    {
        isPaused = true;
        node.SignalReady(outbox.Close());
    }

    public void Resume() => isPaused = false;

    // What was taken is sent to its end, also when the node stops meanwhile: only for less long.
    private async Task SendAsync(Batch batch, CancellationToken stopping)
    {
        if (batch.Dropped > 0)
        {
            complaints.Dropped(batch.Dropped);
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
            throw exception is TimeoutException ? new BrokerException($"It did not confirm a message within {ConfirmPatience.TotalSeconds:0} s.") : exception;
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
        // Mandatory: a ring that no queue takes comes back as an error, and that is how we learn that the queue is gone.
        var sending = Enumerable.Range(0, batch.Ready)
            .Select(_ => channel.BasicPublishAsync(string.Empty, topology.ReadyQueue, mandatory: true, properties, SignalMessage.Ready).AsTask())
            .ToList();
        sending.AddRange(
            from message in SignalMessage.News(batch.Cancelled, batch.Progressed)
            select channel.BasicPublishAsync(topology.NewsExchange, string.Empty, mandatory: false, properties, message.Write()).AsTask());
        return sending;
    }
}
