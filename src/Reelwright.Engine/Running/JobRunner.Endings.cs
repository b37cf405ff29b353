using Microsoft.Extensions.Logging;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>The ways in which work on a job stops before it is done: cancel and deadline, shutdown, a lost lease, and faults.</summary>
internal sealed partial class JobRunner
{
    /// <summary>
    /// Ends the job: cancels what is on its way, as far as the services can, and learns the bill. A request that can't be cancelled is not
    /// broken off: its answer is awaited after the end of the job.
    /// </summary>
    private async Task StopAsync(JobEnding ending)
    {
        Log.Stopping(engine.Log, Job.Id, ending.State.ToWord());
        await AbandonExchangesAsync();
        var open = snapshot.Calls.Where(call => !call.State.IsSettled() && call.Dispatched).ToList();
        using var patience = new CancellationTokenSource(engine.Options.CancelTimeout, engine.Time);
        foreach (var stopped in await Task.WhenAll(open.Select(call => LearnBillAsync(call, patience.Token))))
        {
            Record(stopped);
        }

        await EndAsync(ending);
        foreach (var exchange in exchanges.Values.ToList())
        {
            exchanges.Remove(CallSlot.Of(exchange.Call));
            engine.Answers.Await(exchange);
        }
    }

    private async Task<LedgerCall> LearnBillAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        var service = await engine.Gateway.DescribeAsync(call.Service, CancellationToken.None);
        var sent = exchanges.GetValueOrDefault(CallSlot.Of(call));
        try
        {
            while (true)
            {
                if (sent is { Completion: { IsCompleted: true } answer })
                {
                    sent = null;
                    if (await answer is { } outcome)
                    {
                        call = OutcomeRules.Apply(call, outcome, service, Now, 0);
                    }
                }

                if (call.State.IsSettled() || !call.Dispatched)
                {
                    return call;
                }

                switch (await engine.Gateway.StopAsync(call, cancellationToken))
                {
                    case CallOutcome.Running running:
                        await WaitForAnswerAsync(sent, running.PollAfter, cancellationToken);
                        break;
                    case CallOutcome.Succeeded succeeded:
                        return OutcomeRules.Apply(call, succeeded, service, Now, 0);
                    case CallOutcome.Failed failed:
                        // Stopped by us: a retry by the user may try it again.
                        return OutcomeRules.Apply(call, failed with { Retryable = true, Code = null }, service, Now, 0);
                    case CallOutcome.NotFound notFound when call.Operation is null:
                        if (sent is null)
                        {
                            call = OutcomeRules.Apply(call, notFound, service, Now, 0);
                        }

                        await WaitForAnswerAsync(sent, call.State.IsSettled() ? TimeSpan.Zero : service.Backoff, cancellationToken);
                        break;
                    case var _ when sent is { Completion.IsCompleted: true }:
                        break;
                    default:
                        return Unresolved(call, sent, "Cancelled; the service does not say whether it was done.");
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Unresolved(call, sent, $"Cancelled; the service did not say within {engine.Options.CancelTimeout.TotalSeconds:0} s what it costs.");
        }
    }

    private static LedgerCall Unresolved(LedgerCall call, CallExchange? sent, string error) => call with
    {
        State = call.State == CallState.Accepted ? CallState.Accepted : CallState.Unknown,
        LastError = error,
        AnswerUntil = sent is null ? null : call.AnswerUntil,
        RunAt = null,
    };

    /// <summary>Until the answer to the request has come, if there is one on its way, or the time has passed.</summary>
    private async Task WaitForAnswerAsync(CallExchange? sent, TimeSpan time, CancellationToken cancellationToken)
    {
        if (sent is null)
        {
            await Task.Delay(time, engine.Time, cancellationToken);
            return;
        }

        try
        {
            await sent.Completion.WaitAsync(time, engine.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The service is asked again.
        }
    }

    /// <summary>Commits the end with everything that has come in.</summary>
    private async Task EndAsync(JobEnding ending)
    {
        var news = News();
        var step = news with { Updates = [.. updates, .. NeverSent()], Events = [.. events, JobEvents.Done(ending.State, ending.Failure)], Ending = ending };
        if (await engine.Store.CommitAsync(step, CancellationToken.None) is StepOutcome.Applied applied)
        {
            Absorb(step, applied);
            LogEnding(ending);
        }
        else
        {
            await StoreLateResultAsync(updates);
        }
    }

    private void LogEnding(JobEnding ending)
    {
        var seconds = (Now - Job.StartedAt).TotalSeconds;
        if (ending.Failure is { } failure)
        {
            // A limit that was reached and refused content need no repair.
            var level = failure.Code is EngineFailureCodes.BudgetExceeded or EngineFailureCodes.ContentRejected ? LogLevel.Warning : LogLevel.Error;
            Log.Failed(engine.Log, level, Job.Id, failure.Stage, failure.Code, seconds, snapshot.Settled, failure.Message);
        }
        else
        {
            Log.Ended(engine.Log, Job.Id, ending.State.ToWord(), seconds, snapshot.Settled);
        }
    }

    /// <summary>
    /// Shutdown: waits for the answers to sent requests, within bounds, and releases the job at once. Counts as no attempt.
    /// </summary>
    private async Task ReleaseAsync()
    {
        await AbandonExchangesAsync();
        await AwaitExchangesAsync(engine.Options.ReleaseTimeout);
        await AwaitExchangesAsync(engine.Options.ReleaseDoubtTimeout - engine.Options.ReleaseTimeout, IsDoubtful);

        var step = News() with { ParkUntil = Now };
        if (await engine.Store.CommitAsync(step, CancellationToken.None) is StepOutcome.LeaseLost)
        {
            await StoreLateResultAsync(step.Updates);
        }

        engine.Cluster.JobReady();
    }

    /// <summary>The lease is lost: the node writes no step, but stores what was paid for as late results for the next owner.</summary>
    private async Task StoreLateResultsAsync()
    {
        Log.LeaseLost(engine.Log, Job.Id);
        await AbandonExchangesAsync();
        await AwaitExchangesAsync(LateResultTimeout);
        await StoreLateResultAsync(updates);
    }

    /// <summary>A fault of the engine or the database: stores what came in, releases the job, and lets it be claimed again.</summary>
    private async Task RequeueAfterFaultAsync()
    {
        var wait = TimeSpan.FromMilliseconds(500);
        while (true)
        {
            try
            {
                await AbandonExchangesAsync();
                await AwaitExchangesAsync(LateResultTimeout);
                var step = new JobStep(claimed.Fence) { Updates = [.. updates], Voids = [.. voids], ParkUntil = Now + RequeueDelay };
                if (await engine.Store.CommitAsync(step, CancellationToken.None) is StepOutcome.LeaseLost)
                {
                    await StoreLateResultAsync(updates);
                }

                return;
            }
            catch (Exception exception)
            {
                Log.CannotRequeue(engine.Log, exception, Job.Id);
                if (shutdown.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(wait, engine.Time, CancellationToken.None);
                wait = wait * 2 < RequeueDelay ? wait * 2 : RequeueDelay;
            }
        }
    }

    /// <summary>A cancel or a shutdown came while the step was written: what it was to begin is not begun.</summary>
    private void Withhold(Decision decision)
    {
        var withheld = new CallOutcome.Withheld("Not sent: the job was being stopped.", TimeSpan.Zero);
        foreach (var call in Written(decision).ToList())
        {
            var after = OutcomeRules.Apply(call, withheld, traits[call.Service], Now, 0);
            updates.Add(after);
            snapshot.Put(after);
        }
    }

    /// <summary>All exchanges but the requests that have left.</summary>
    private async Task AbandonExchangesAsync()
    {
        foreach (var exchange in exchanges.Values.Where(exchange => exchange.TryAbandon()).ToList())
        {
            // A poll that was broken off changes nothing. A request that was withdrawn is free to be sent later.
            var outcome = await exchange.Completion;
            exchanges.Remove(CallSlot.Of(exchange.Call));
            if (outcome is not null)
            {
                await RecordQuietlyAsync(exchange, outcome);
            }
        }
    }

    /// <summary>An answer that is missed here fails the job.</summary>
    private bool IsDoubtful(CallExchange exchange) =>
        traits.GetValueOrDefault(exchange.Call.Service) is { Idempotent: false, InDoubt: InDoubtPolicy.Fail };

    private async Task AwaitExchangesAsync(TimeSpan patience, Func<CallExchange, bool>? which = null)
    {
        var heard = Task.WhenAll(exchanges.Values.Where(which ?? (_ => true)).Select(exchange => exchange.Completion));
        try
        {
            await heard.WaitAsync(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, engine.Time);
        }
        catch (TimeoutException)
        {
            // The rest stays in doubt, and is asked again under its key.
        }

        foreach (var exchange in exchanges.Values.Where(exchange => exchange.Completion.IsCompleted).ToList())
        {
            exchanges.Remove(CallSlot.Of(exchange.Call));
            if (await exchange.Completion is { } outcome)
            {
                await RecordQuietlyAsync(exchange, outcome);
            }
        }
    }

    private async Task RecordQuietlyAsync(CallExchange exchange, CallOutcome outcome)
    {
        // A look-up that found nothing changes nothing.
        if (outcome is CallOutcome.NotReusable || (exchange.Kind == CallExchangeKind.LookUp && outcome is not CallOutcome.Accepted))
        {
            return;
        }

        var service = await engine.Gateway.DescribeAsync(exchange.Call.Service, CancellationToken.None);
        var after = OutcomeRules.Apply(exchange.Call, outcome, service, Now, 0);
        Record(outcome is CallOutcome.Failed { Unusable: { } source } ? VoidDeliveries(after, source) : after);
        WarnOfEstimate(after, outcome);
    }

    private async Task StoreLateResultAsync(IEnumerable<LedgerCall> calls)
    {
        foreach (var call in calls.Where(call => call.State.IsSettled() || call.State == CallState.Accepted))
        {
            await engine.Store.StoreLateResultAsync(call, CancellationToken.None);
        }
    }
}
