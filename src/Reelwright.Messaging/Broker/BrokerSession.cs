using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging.Broker;

/// <summary>
/// One connection with its topology, consumers and publisher. The first fault ends the session, and <see cref="RabbitLink"/> opens a new
/// one.
/// So an unreachable broker, a deleted queue and a closed channel are all handled in one way.
/// </summary>
internal sealed class BrokerSession(
    IConnection connection, ThisNode node, SignalSendBuffer buffer, BrokerLogThrottle logThrottle, TimeProvider time) : IAsyncDisposable
{
    // A session in which the queue or the exchange was refused ends after this time, so that it is tried again.
    private static readonly TimeSpan PartialLife = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Publisher? publisher;
    private ReadyConsumer? ready;
    private BroadcastConsumer? broadcasts;

    public async Task OpenAsync(Topology topology, CancellationToken cancellationToken)
    {
        connection.ConnectionShutdownAsync += EndAsync;
        ready = await OpenPartAsync(
            topology.ReadyQueue,
            channel => ReadyConsumer.OpenAsync(channel, topology, node, logThrottle, time, cancellationToken),
            cancellationToken);
        broadcasts = await OpenPartAsync(
            topology.BroadcastExchange,
            channel => BroadcastConsumer.OpenAsync(channel, topology, node, logThrottle, cancellationToken),
            cancellationToken);
        var sending = await connection.CreateChannelAsync(Publisher.Options, cancellationToken);
        sending.ChannelShutdownAsync += EndAsync;
        publisher = new Publisher(sending, topology, node, buffer, logThrottle, time);
        connection.ConnectionBlockedAsync += BlockAsync;
        connection.ConnectionUnblockedAsync += UnblockAsync;
        buffer.Open(forReady: ready is not null, forBroadcasts: broadcasts is not null);
    }

    /// <summary>
    /// Runs until a fault, which is thrown; for at most <see cref="PartialLife"/> when the queue or the exchange was refused.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> work =
        [
            ended.Task.WaitAsync(stop.Token),
            publisher!.RunAsync(stop.Token),
            ready?.RunAsync(stop.Token) ?? RestAsync(stop.Token),
            broadcasts?.QueueDeleted ?? RestAsync(stop.Token),
        ];
        try
        {
            await await Task.WhenAny(work);
        }
        finally
        {
            connection.ConnectionUnblockedAsync -= UnblockAsync;
            await stop.CancelAsync();
            await Task.WhenAll(work[..3]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends what is left in the buffer, such as the ready signals of the jobs that a stopping node releases.</summary>
    public Task FlushAsync() => publisher?.FlushAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync() => await BrokerConnection.CloseAsync(connection, time);

    /// <summary>
    /// Null when the broker refuses this part: declared with other arguments, no permission, or no leader. The other part works without it.
    /// </summary>
    private async Task<TPart?> OpenPartAsync<TPart>(string name, Func<IChannel, Task<TPart>> open, CancellationToken cancellationToken)
        where TPart : class
    {
        var channel = await connection.CreateChannelAsync(Publisher.Options, cancellationToken);
        try
        {
            var part = await open(channel);
            channel.ChannelShutdownAsync += EndAsync;
            return channel.IsOpen ? part : throw new BrokerException($"The channel of {name} was closed.");
        }
        catch (Exception exception) when (connection.IsOpen && IsOfThisPart(exception))
        {
            logThrottle.Refused(name, BrokerConnection.Reason(exception));
            return null;
        }
    }

    private static bool IsOfThisPart(Exception exception) => exception is TimeoutException
        or OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused
            or Constants.ResourceLocked or Constants.PreconditionFailed };

    private Task RestAsync(CancellationToken cancellationToken) => Task.Delay(PartialLife, time, cancellationToken);

    private Task EndAsync(object sender, ShutdownEventArgs arguments)
    {
        ended.TrySetException(
            new BrokerException(arguments.Exception is { } exception ? BrokerConnection.Reason(exception) : arguments.ReplyText));
        return Task.CompletedTask;
    }

    // A broker short of memory or disk blocks publishers; consumers still receive messages.
    private Task BlockAsync(object sender, ConnectionBlockedEventArgs arguments)
    {
        logThrottle.Lost($"The broker accepts no messages at present ({arguments.Reason}).", isStopping: false);
        publisher!.Pause();
        return Task.CompletedTask;
    }

    private Task UnblockAsync(object sender, AsyncEventArgs arguments)
    {
        publisher!.Resume();
        buffer.Open(forReady: ready is not null, forBroadcasts: broadcasts is not null);
        logThrottle.Connected();
        return Task.CompletedTask;
    }
}
