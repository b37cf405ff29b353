using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Reelwright.Api;
using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>
/// The states of a job until it ends. The server's events say when to look again and the job itself says what is true; when there is no
/// stream of events (a proxy may hold it back), looking every second does the same.
/// </summary>
/// <param name="patience">How long the server may be away.</param>
internal sealed class JobFollower(OrchestratorClient client, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan WithEvents = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WithoutEvents = TimeSpan.FromSeconds(1);

    /// <summary>How long a server may be away before it counts as gone: one that restarts is back by then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>When there is another way than to wait.</summary>
    public static readonly TimeSpan Impatience = TimeSpan.FromSeconds(2);

    private volatile bool streaming;

    public async IAsyncEnumerable<JobView> FollowAsync(Guid job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var listener = ListenAsync(job, bell.Writer, listening.Token);
        try
        {
            while (true)
            {
                var view = await ReadAsync(job, cancellationToken);
                yield return view;
                if (view.Status is "completed" or "failed" or "cancelled")
                {
                    yield break;
                }

                await WaitAsync(bell.Reader, cancellationToken);
            }
        }
        finally
        {
            await listening.CancelAsync();
            await listener;
        }
    }

    private async Task<JobView> ReadAsync(Guid job, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await client.FindAsync(job, cancellationToken);
            }
            catch (Exception problem) when (IsPassing(problem))
            {
                if (time.GetElapsedTime(started) > patience)
                {
                    throw new ServerGoneException($"{client.Server} has not answered for {patience.TotalSeconds:0} s: {problem.Message}", problem);
                }
            }

            await Task.Delay(WithoutEvents, time, cancellationToken);
        }
    }

    private async Task WaitAsync(ChannelReader<bool> bell, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(streaming ? WithEvents : WithoutEvents, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await bell.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look, event or not.
        }
    }

    /// <summary>Rings for each event, and comes back with the last event's id whenever the stream breaks.</summary>
    private async Task ListenAsync(Guid job, ChannelWriter<bool> bell, CancellationToken cancellationToken)
    {
        string? lastEventId = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var item in client.EventsAsync(job, lastEventId, cancellationToken))
                {
                    streaming = true;
                    lastEventId = item.EventId ?? lastEventId;
                    bell.TryWrite(true);
                }
            }
            catch (Exception problem) when (IsPassing(problem) || problem is ApiProblemException or OperationCanceledException)
            {
                // Whoever reads the job finds out whether the server is gone.
            }

            streaming = false;
            await Task.Delay(WithoutEvents, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static bool IsPassing(Exception problem) =>
        problem is HttpRequestException or IOException || (problem is ApiProblemException { Problem.Status: 429 or >= 500 });
}

/// <summary>The server does not answer any more.</summary>
internal sealed class ServerGoneException(string message, Exception cause) : Exception(message, cause);
