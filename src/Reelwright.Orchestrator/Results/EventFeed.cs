using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Health;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// The events of a job in order, read from the database: on each signal, and once a second without one, so that events of other nodes
/// arrive too.
/// Ends when the job has ended and all its events were sent, and when the host stops.
/// </summary>
internal sealed partial class EventFeed(
    IJobReader jobs, JobSignals signals, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<EventFeed> logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Null is a heartbeat.</summary>
    /// <param name="state">
    /// The job as it was after event <paramref name="after"/>: sent first, to a client that names an event which does not exist. Null for
    /// others.
    /// </param>
    public async IAsyncEnumerable<NumberedEvent?> FollowAsync(
        string owner, JobId job, long after, JobRecord? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var signal = signals.Watch(job);
        try
        {
            foreach (var now in state is null ? [] : StateEvents.Of(state, after))
            {
                yield return now;
            }

            var lastSent = time.GetTimestamp();
            var ended = false;
            while (await EventsAsync(owner, job, after, either.Token) is { } events)
            {
                foreach (var happened in events)
                {
                    after = happened.Sequence;
                    lastSent = time.GetTimestamp();
                    yield return happened;
                }

                if (events.Count > 0)
                {
                    continue;
                }

                if (ended)
                {
                    yield break;
                }

                // The last event may have been written after the read above, so the events of an ended job are read once more.
                ended = await HasEndedAsync(owner, job, either.Token);
                if (ended)
                {
                    continue;
                }

                if (time.GetElapsedTime(lastSent) >= Heartbeat)
                {
                    lastSent = time.GetTimestamp();
                    yield return null;
                }

                await WaitAsync(signal, either.Token);
            }
        }
        finally
        {
            signals.Unwatch(job, signal);
        }
    }

    /// <summary>Empty while the database is unavailable; null when the job was deleted or the client disconnected.</summary>
    private async Task<IReadOnlyList<NumberedEvent>?> EventsAsync(string owner, JobId job, long after, CancellationToken cancellationToken)
    {
        try
        {
            return cancellationToken.IsCancellationRequested ? null : await jobs.EventsAsync(owner, job, after, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (DatabaseUnavailableFilter.IsCausedBy(exception))
        {
            Log.Waiting(logger, exception, job);
            return [];
        }
    }

    private async Task<bool> HasEndedAsync(string owner, JobId job, CancellationToken cancellationToken)
    {
        try
        {
            return await jobs.FindAsync(owner, job, cancellationToken) is not { } found || found.State.IsTerminal();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception) when (DatabaseUnavailableFilter.IsCausedBy(exception))
        {
            Log.Waiting(logger, exception, job);
            return false;
        }
    }

    private async Task WaitAsync(SemaphoreSlim signal, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Poll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await signal.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is up or the client left; the loop decides which.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The events of job {JobId} can't be read at the moment; its streams wait")]
        public static partial void Waiting(ILogger logger, Exception exception, JobId jobId);
    }
}
