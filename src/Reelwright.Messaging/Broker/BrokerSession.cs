using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging.Broker;

/// <summary>
/// One connection with everything on it: what we declared, what we listen to, what we send on. It ends with the first thing that goes wrong, and then all is
/// made anew: there is one way in, whether the broker was away, lost its queues or closed a channel.
/// </summary>
internal sealed class BrokerSession(IConnection connection, ThisNode node, SignalSendBuffer outbox, BrokerLogThrottle complaints, TimeProvider time) : IAsyncDisposable
{
    // When something stands in the way of a part, a look now and then whether it still does.
    private static readonly TimeSpan PartialLife = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Publisher? publisher;
    private ReadyConsumer? ready;
    private BroadcastConsumer? news;

    public async Task OpenAsync(Topology topology, CancellationToken cancellationToken)
    {
        connection.ConnectionShutdownAsync += EndAsync;
        ready = await OpenPartAsync(topology.ReadyQueue, channel => ReadyConsumer.OpenAsync(channel, topology, node, complaints, time, cancellationToken), cancellationToken);
        news = await OpenPartAsync(topology.NewsExchange, channel => BroadcastConsumer.OpenAsync(channel, topology, node, complaints, cancellationToken), cancellationToken);
        var sending = await connection.CreateChannelAsync(Publisher.Options, cancellationToken);
        sending.ChannelShutdownAsync += EndAsync;
        publisher = new Publisher(sending, topology, node, outbox, complaints, time);
        connection.ConnectionBlockedAsync += BlockAsync;
        connection.ConnectionUnblockedAsync += UnblockAsync;
        outbox.Open(forReady: ready is not null, forNews: news is not null);
    }

    /// <summary>Until something goes wrong, which is thrown; for a while only when a part is missing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> work =
        [
            ended.Task.WaitAsync(stop.Token),
            publisher!.RunAsync(stop.Token),
            ready?.RunAsync(stop.Token) ?? RestAsync(stop.Token),
            news?.Gone ?? RestAsync(stop.Token),
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

    /// <summary>Sends what is left, such as the rings for jobs that a stopping node hands over.</summary>
    public Task FlushAsync() => publisher?.FlushAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync() => await BrokerConnection.CloseAsync(connection, time);

    /// <summary>Null when we cannot have this part: declared otherwise, not ours to use, or out of order. The other part goes on without it.</summary>
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
            complaints.Refused(name, BrokerConnection.Reason(exception));
            return null;
        }
    }

    private static bool IsOfThisPart(Exception exception) => exception is TimeoutException
        or OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused or Constants.ResourceLocked or Constants.PreconditionFailed };

    private Task RestAsync(CancellationToken cancellationToken) => Task.Delay(PartialLife, time, cancellationToken);

    private Task EndAsync(object sender, ShutdownEventArgs arguments)
    {
        ended.TrySetException(new BrokerException(arguments.Exception is { } exception ? BrokerConnection.Reason(exception) : arguments.ReplyText));
        return Task.CompletedTask;
    }

    // Short of memory or disk the broker takes nothing more; what it has to say it still says.
    private Task BlockAsync(object sender, ConnectionBlockedEventArgs arguments)
    {
        complaints.Lost($"It takes no messages at present ({arguments.Reason}).", isStopping: false);
        publisher!.Pause();
        return Task.CompletedTask;
    }

    private Task UnblockAsync(object sender, AsyncEventArgs arguments)
    {
        publisher!.Resume();
        outbox.Open(forReady: ready is not null, forNews: news is not null);
        complaints.Connected();
        return Task.CompletedTask;
    }
}
