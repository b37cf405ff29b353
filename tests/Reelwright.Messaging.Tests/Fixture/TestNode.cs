using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging.Tests.Fixture;

/// <summary>
/// A node with a real link to the broker. Instead of claiming jobs from a database it counts what it was rung for, up to its capacity.
/// </summary>
internal sealed class TestNode : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly RabbitLink link;
    private Task claiming = Task.CompletedTask;
    private volatile int capacity;
    private volatile int claimed;

    public TestNode(string url, string prefix, int capacity)
    {
        this.capacity = capacity;
        var time = TimeProvider.System;
        var buffer = new SignalSendBuffer(time);
        var options = Options.Create(new RabbitOptions
        {
            Url = url,
            Prefix = prefix,
            Heartbeat = TimeSpan.FromSeconds(1),
            LongestPause = TimeSpan.FromMilliseconds(500),
        });
        Cluster = new RabbitSignals(Signals, buffer);
        link = new RabbitLink(options, new ThisNode(Guid.CreateVersion7(time.GetUtcNow()), Signals, () => Room), buffer, time, Log);
        Signals.CancelRequested += Cancelled.Enqueue;
    }

    public JobSignals Signals { get; } = new();

    public RabbitSignals Cluster { get; }

    public LogLines Log { get; } = new();

    /// <summary>In the order in which they were heard.</summary>
    public ConcurrentQueue<JobId> Cancelled { get; } = new();

    /// <summary>Jobs that it claimed.</summary>
    public int Claimed => claimed;

    private int Room => Math.Max(0, capacity - claimed - Signals.Pending);

    /// <summary>Does not wait for a connection.</summary>
    public Task StartAsync()
    {
        claiming = Task.Run(ClaimAsync);
        return link.StartAsync(CancellationToken.None);
    }

    /// <summary>As a node whose claiming hangs.</summary>
    public Task StartWithoutClaimingAsync() => link.StartAsync(CancellationToken.None);

    public void Grow(int by)
    {
        capacity += by;
        Signals.RequestPoll();
    }

    public Task StopLinkAsync() => link.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await link.StopAsync(CancellationToken.None);
        link.Dispose();
        await stop.CancelAsync();
        await claiming;
        stop.Dispose();
    }

    private async Task ClaimAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var rings = await Signals.WaitReadyAsync(Poll, TimeProvider.System, stop.Token) ?? 0;
                claimed += Math.Min(rings, capacity - claimed);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
