using System.Text;
using System.Threading.Channels;

namespace Reelwright.Bench.Load;

/// <summary>A fixed number of connections, spread evenly over one or more orchestrators.</summary>
internal sealed class LoadClient : IDisposable
{
    private const int Created = 201;
    private const int Ok = 200;
    private readonly TimeProvider time = TimeProvider.System;
    private readonly List<LoadConnection> connections = [];
    private readonly Channel<LoadConnection> free = Channel.CreateUnbounded<LoadConnection>();

    public static async Task<LoadClient> ConnectAsync(IReadOnlyList<int> ports, int connections, CancellationToken cancellationToken)
    {
        var client = new LoadClient();
        for (var i = 0; i < connections; i++)
        {
            var connection = await LoadConnection.OpenAsync(ports[i % ports.Count], cancellationToken);
            client.connections.Add(connection);
            client.free.Writer.TryWrite(connection);
        }

        return client;
    }

    /// <summary>As fast as the connections allow, each asking again as soon as it was answered.</summary>
    /// <param name="next">Asks once over the connection; false ends the connection's part.</param>
    public Task ClosedLoopAsync(Func<LoadConnection, Task<bool>> next) => Task.WhenAll(connections.Select(async connection =>
    {
        while (await next(connection))
        {
            // The question is the condition.
        }
    }));

    /// <summary>
    /// At a fixed rate, whatever the answers do. The action is given the instant that it was scheduled for: latency counts from there, so
    /// that a stall is charged for every question that it held up.
    /// </summary>
    public async Task OpenLoopAsync(double perSecond, Func<int, bool> goesOn, Func<LoadConnection, int, long, Task> action, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var sent = new List<Task>();
        for (var i = 0; goesOn(i); i++)
        {
            var due = started + (long)(i * time.TimestampFrequency / perSecond);
            while (time.GetElapsedTime(time.GetTimestamp(), due) is { Ticks: > 0 } left)
            {
                // Timers count in whole milliseconds, and a shorter wait would be none.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancellationToken);
            }

            sent.Add(WithConnectionAsync(i, due));
        }

        await Task.WhenAll(sent);

        async Task WithConnectionAsync(int number, long due)
        {
            var connection = await free.Reader.ReadAsync(cancellationToken);
            await action(connection, number, due);
            free.Writer.TryWrite(connection);
        }
    }

    /// <summary>One job over whichever connection is free.</summary>
    public async Task<SentJob> CreateOneAsync(CancellationToken cancellationToken)
    {
        var connection = await free.Reader.ReadAsync(cancellationToken);
        var job = await CreateAsync(connection, null, cancellationToken);
        free.Writer.TryWrite(connection);
        return job;
    }

    /// <param name="connection">Nobody else's.</param>
    /// <param name="due">A timestamp; now when null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SentJob> CreateAsync(LoadConnection connection, long? due, CancellationToken cancellationToken)
    {
        var (sentAt, from) = (time.GetUtcNow(), due ?? time.GetTimestamp());
        await ExpectAsync(connection, Requests.Create(), Created, cancellationToken);
        return new SentJob(Requests.JobOf(connection.Body), sentAt, time.GetElapsedTime(from));
    }

    /// <summary>The time that it took.</summary>
    public async Task<TimeSpan> StatusAsync(LoadConnection connection, ReadOnlyMemory<byte> request, long? due, CancellationToken cancellationToken)
    {
        var from = due ?? time.GetTimestamp();
        await ExpectAsync(connection, request, Ok, cancellationToken);
        return time.GetElapsedTime(from);
    }

    public void Dispose() => connections.ForEach(connection => connection.Dispose());

    private static async Task ExpectAsync(LoadConnection connection, ReadOnlyMemory<byte> request, int expected, CancellationToken cancellationToken)
    {
        var status = await connection.AskAsync(request, cancellationToken);
        if (status != expected)
        {
            throw new InvalidDataException($"{expected} was expected and {status} came: {Encoding.UTF8.GetString(connection.Body)}");
        }
    }
}
