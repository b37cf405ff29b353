using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// The node's loops: renew the lease, sweep dead nodes, claim ready jobs, forward cancel requests,
/// follow open calls of ended jobs. No loop ends by a fault; each logs it, waits
/// and goes on. At shutdown it stops claiming, hands every job over, and leaves.
/// </summary>
public sealed partial class JobDispatcher(EngineContext engine, ILogger<JobDispatcher> log) : BackgroundService
{
    // By runner and not by job: a job that is claimed again after a lost lease has a second runner, while the first still waits for its
    // answers.
    private readonly ConcurrentDictionary<JobRunner, Task> running = new();
    private readonly CancellationTokenSource leaving = new();
    private readonly OpenCallFollower openCalls = new(engine, log);
    private Task renewing = Task.CompletedTask;
    private volatile bool stopping;

    /// <summary>Jobs that this node works on.</summary>
    public int InFlight => running.Count;

    /// <summary>
    /// How many more jobs it can claim now, beyond the signals that it has not acted on yet. None while it holds no lease, and none once
    /// it stops.
    /// </summary>
    public int Room => !stopping && engine.Membership.MaySpend ? Math.Max(0, engine.Options.MaxJobsInFlight - running.Count - engine.Signals.Pending) : 0;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        await base.StopAsync(cancellationToken);
        await FinishAsync(cancellationToken);
    }

    /// <summary>Hands every job over and leaves, once claiming has stopped.</summary>
    internal async Task FinishAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken).ConfigureAwait(Quietly);
        await engine.Answers.FinishAsync(engine.Options).WaitAsync(cancellationToken).ConfigureAwait(Quietly);
#pragma warning disable CA1849 // On this thread and in this context: what waits for it only leaves a loop.
        leaving.Cancel();
#pragma warning restore CA1849
        await renewing;
        try
        {
            await engine.Membership.LeaveAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            Log.CannotLeave(log, exception);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunLoopsAsync(stoppingToken);

    internal async Task RunLoopsAsync(CancellationToken stoppingToken)
    {
        engine.Signals.CancelRequested += PassOnCancel;

        // It goes on while the node stops: the jobs belong to the node until their last answers have come.
        renewing = LoopAsync("renew the lease", engine.Options.HeartbeatInterval, RenewAsync, leaving.Token);
        try
        {
            await Task.WhenAll(
                LoopAsync("claim jobs", TimeSpan.Zero, ClaimAsync, stoppingToken),
                LoopAsync("look for cancel requests", engine.Options.CancelPollInterval, PollCancelsAsync, stoppingToken),
                LoopAsync("follow open calls", engine.Options.OpenCallInterval, openCalls.FollowAsync, stoppingToken));
        }
        finally
        {
            engine.Signals.CancelRequested -= PassOnCancel;
        }
    }

    public override void Dispose()
    {
        leaving.Dispose();
        base.Dispose();
    }

    private async Task LoopAsync(string what, TimeSpan pause, Func<CancellationToken, Task> turn, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = pause;
            try
            {
                await turn(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.LoopFailed(log, exception, what);
                wait = engine.Options.PollInterval;
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, engine.Time, stoppingToken).ConfigureAwait(Quietly);
            }
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await engine.Membership.RenewAsync(cancellationToken) && engine.Membership.Current is { } current)
            {
                await engine.Store.SweepAsync(current.Lease, engine.Options.LeaseTime, cancellationToken);
                engine.BlockedJobs.WakeFirstOfEach();
                engine.Signals.RequestPoll();
            }
        }
        finally
        {
            engine.Membership.LoseIfOverdue();
        }
    }

    private async Task ClaimAsync(CancellationToken stoppingToken)
    {
        // For n signals it takes n jobs and leaves the others to the nodes that have their signals. The poll takes jobs without a signal.
        var wanted = await engine.Signals.WaitReadyAsync(engine.Options.PollInterval, engine.Time, stoppingToken) ?? engine.Options.MaxJobsInFlight;
        while (wanted > 0 && engine.Membership is { MaySpend: true, Current: { } current } && engine.Options.MaxJobsInFlight - running.Count is > 0 and var room)
        {
            var limit = Math.Min(Math.Min(wanted, room), LargestClaim);
            var claimed = await engine.Store.ClaimAsync(current.Lease, limit, stoppingToken);
            foreach (var job in claimed)
            {
                Run(job, current.Lost, stoppingToken);
            }

            wanted = claimed.Count < limit ? 0 : wanted - claimed.Count;
        }
    }

    private void Run(ClaimedJob job, CancellationToken lost, CancellationToken stoppingToken)
    {
        var runner = new JobRunner(engine, job, lost, stoppingToken);
        var started = new TaskCompletionSource();
        running[runner] = RunToEndAsync(runner, started.Task);
        started.SetResult();
    }

    private async Task RunToEndAsync(JobRunner runner, Task started)
    {
        await started;
        await Task.Yield();
        try
        {
            await runner.RunAsync();
        }
        finally
        {
            running.TryRemove(runner, out _);
            engine.Cluster.JobProgressed(runner.JobId);

            // Room here for the next one.
            engine.Signals.SignalReady();
        }
    }

    private async Task PollCancelsAsync(CancellationToken cancellationToken)
    {
        if (running.IsEmpty || engine.Membership.Current is not { } current)
        {
            return;
        }

        foreach (var job in await engine.Store.CancelRequestsAsync(current.Lease, cancellationToken))
        {
            PassOnCancel(job);
        }
    }

    private void PassOnCancel(JobId job)
    {
        var runners = running.Keys.Where(runner => runner.JobId == job).ToList();
        runners.ForEach(runner => runner.RequestCancel());
        if (runners.Count == 0)
        {
            // No runner of this node works on it. The next owner ends it.
            engine.Signals.SignalReady();
        }
    }

    private const int LargestClaim = 64;

    // The context is kept: a simulation runs each continuation in the node that it belongs to.
    private const ConfigureAwaitOptions Quietly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Error, "Could not {What}; trying again.")]
        public static partial void LoopFailed(ILogger logger, Exception exception, string what);

        [LoggerMessage(21, LogLevel.Warning, "Could not leave in good order; other nodes will find the lease expired.")]
        public static partial void CannotLeave(ILogger logger, Exception exception);
    }
}
