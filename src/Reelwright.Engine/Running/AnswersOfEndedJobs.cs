using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// Awaits the answers to requests of jobs that have ended, and stores them as late results: what they bought is on the job's bill, and a
/// retry uses it. Each is bounded by the call's <see cref="LedgerCall.AnswerUntil"/>.
/// </summary>
internal sealed partial class AnswersOfEndedJobs(IJobStore store, ServiceGateway gateway, IClusterSignals cluster, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private const int MostAttempts = 100;

    private readonly ConcurrentDictionary<CallExchange, Task> awaited = new();

    /// <summary>
    /// At shutdown: waits for the answers that are on their way, as for those of jobs in work. Only those that can not be asked for again
    /// are worth the longer wait. What is left is broken off.
    /// </summary>
    public async Task FinishAsync(EngineOptions options)
    {
        await WaitAsync(_ => true, options.ReleaseTimeout);
        await WaitAsync(call => call.DoubtfulFrom <= time.GetUtcNow(), options.ReleaseDoubtTimeout - options.ReleaseTimeout);
        var left = awaited.ToList();
        left.ForEach(item => item.Key.Abandon());
        await Task.WhenAll(left.Select(item => item.Value));
    }

    public void Await(CallExchange exchange)
    {
        var added = new TaskCompletionSource();
        awaited[exchange] = AwaitAsync(exchange, added.Task);
        added.SetResult();
    }

    private async Task WaitAsync(Func<LedgerCall, bool> which, TimeSpan patience)
    {
        var answers = awaited.Where(item => which(item.Key.Call)).Select(item => item.Value).ToList();
        if (answers.Count == 0 || patience <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.WhenAll(answers).WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            // The rest is broken off.
        }
    }

    private async Task AwaitAsync(CallExchange exchange, Task added)
    {
        await added;
        try
        {
            await StoreAsync(exchange);
        }
        catch (Exception exception)
        {
            Log.NotStored(log, exception, exchange.Call.Id.Job, exchange.Call.Id.Stage, exchange.Call.Id.Index);
        }
        finally
        {
            awaited.TryRemove(exchange, out _);
            exchange.Dispose();
        }
    }

    private async Task StoreAsync(CallExchange exchange)
    {
        var call = exchange.Call;
        var rest = (call.AnswerUntil ?? time.GetUtcNow()) - time.GetUtcNow();
        using var timer = new CancellationTokenSource(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time);
        using var bound = timer.Token.Register(exchange.Abandon);
        if (await exchange.Completion is not { } outcome)
        {
            return;
        }

        var traits = await gateway.DescribeAsync(call.Service, CancellationToken.None);
        var late = OutcomeRules.Apply(call, outcome, traits, time.GetUtcNow(), 0);
        if (!late.State.IsSettled() && late.State != CallState.Accepted)
        {
            return;
        }

        var pause = ShortestPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await store.StoreLateResultAsync(late, CancellationToken.None);
                cluster.JobProgressed(call.Id.Job);
                return;
            }
            catch (Exception exception) when (attempt < MostAttempts)
            {
                Log.StoresAgain(log, exception, call.Id.Job, call.Id.Stage, call.Id.Index);
                await Task.Delay(pause, time, CancellationToken.None);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(24, LogLevel.Warning, "Job {JobId} has ended; the late answer to {Stage} call {Index} can't be stored yet.")]
        public static partial void StoresAgain(ILogger logger, Exception exception, JobId jobId, string stage, int index);

        [LoggerMessage(25, LogLevel.Error, "Job {JobId} has ended; the late answer to {Stage} call {Index} was lost. Its estimate stays in doubt.")]
        public static partial void NotStored(ILogger logger, Exception exception, JobId jobId, string stage, int index);
    }
}
