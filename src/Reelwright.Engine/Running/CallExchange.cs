using Reelwright.Engine.Exchange;
using Reelwright.Engine.Leases;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// One call on its way: sent, looked up, or polled until it ends. Completes with an outcome, or with null when it was abandoned.
/// </summary>
internal sealed class CallExchange : IDisposable
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    private const int Waiting = 0;
    private const int Left = 1;
    private const int Withdrawn = 2;

    private readonly CancellationTokenSource abandon = new();
    private int request = Waiting;

    private CallExchange(LedgerCall call, CallExchangeKind kind)
    {
        Call = call;
        Kind = kind;
    }

    public LedgerCall Call { get; }

    public CallExchangeKind Kind { get; }


    public Task<CallOutcome?> Completion { get; private set; } = Task.FromResult<CallOutcome?>(null);

    /// <param name="lease">The lease under which the call was decided: under another one it is not this node's to make.</param>
    public static CallExchange Send(LedgerCall call, NodeLease lease, ServiceGateway gateway, NodeMembership membership, Action<CallExchange> completed)
    {
        var exchange = new CallExchange(call, CallExchangeKind.Send);
        exchange.Completion = exchange.RunAsync(
            cancellationToken => gateway.SendAsync(call, () => membership.MaySpendUnder(lease) && exchange.TryLeave(), cancellationToken),
            completed);
        return exchange;
    }

    /// <param name="first">Wait before the first question.</param>
    public static CallExchange Poll(
        LedgerCall call, TimeSpan first, DateTimeOffset deadline, ServiceGateway gateway, TimeProvider time, Action<CallExchange> completed)
    {
        var exchange = new CallExchange(call, CallExchangeKind.Poll);
        exchange.Completion = exchange.RunAsync(
            async cancellationToken =>
            {
                var wait = first;
                while (true)
                {
                    await Task.Delay(wait, time, cancellationToken);
                    var outcome = await PollOnceAsync(call, wait, gateway, cancellationToken);
                    if (outcome is not CallOutcome.Running running)
                    {
                        return outcome;
                    }

                    if (time.GetUtcNow() >= deadline)
                    {
                        return await OverdueAsync(call, gateway, cancellationToken);
                    }

                    wait = running.PollAfter;
                }
            },
            completed);
        return exchange;
    }

    /// <summary>Looks the call up by its key, once.</summary>
    public static CallExchange LookUp(LedgerCall call, ServiceGateway gateway, Action<CallExchange> completed)
    {
        var exchange = new CallExchange(call, CallExchangeKind.LookUp);
        exchange.Completion = exchange.RunAsync(
            async cancellationToken =>
            {
                try
                {
                    return await gateway.FindAsync(call, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    return new CallOutcome.Running(AfterFault);
                }
            },
            completed);
        return exchange;
    }

    /// <summary>Takes over the answer to another job's call.</summary>
    public static CallExchange Reuse(LedgerCall call, LedgerCall from, ServiceGateway gateway, Action<CallExchange> completed)
    {
        var exchange = new CallExchange(call, CallExchangeKind.Reuse);
        exchange.Completion = exchange.RunAsync(
            async cancellationToken => await CopyAsync(from, call, gateway, cancellationToken),
            completed);
        return exchange;
    }

    /// <summary>
    /// Ends the exchange if nothing is lost by that: a poll, a look-up, a copy, and a request that has not left. False for a request that
    /// has left: its answer is awaited.
    /// </summary>
    public bool TryAbandon()
    {
        if (Kind == CallExchangeKind.Send && Interlocked.CompareExchange(ref request, Withdrawn, Waiting) == Left)
        {
            return false;
        }

        Abandon();
        return true;
    }

    public void Abandon() => abandon.Cancel();

    public void Dispose() => abandon.Dispose();

    private static async Task<CallOutcome> CopyAsync(LedgerCall from, LedgerCall to, ServiceGateway gateway, CancellationToken cancellationToken)
    {
        try
        {
            return await gateway.CopyAnswerAsync(from, to, cancellationToken) is { } response
                ? new CallOutcome.Reused(from, response)
                : new CallOutcome.NotReusable("What the cached answer names is gone.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new CallOutcome.NotReusable($"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Only an end of the operation ends the polling: what makes no sense is asked again.</summary>
    private static async Task<CallOutcome> PollOnceAsync(LedgerCall call, TimeSpan waited, ServiceGateway gateway, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await gateway.PollAsync(call, cancellationToken);
            return outcome is CallOutcome.Succeeded or CallOutcome.Failed or CallOutcome.Running ? outcome : new CallOutcome.Running(Later());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new CallOutcome.Running(Later());
        }

        TimeSpan Later() => TimeSpan.FromSeconds(Math.Clamp(waited.TotalSeconds * 2, AfterFault.TotalSeconds, 60));
    }

    private static async Task<CallOutcome> OverdueAsync(LedgerCall call, ServiceGateway gateway, CancellationToken cancellationToken)
    {
        const string Overdue = "The operation ran beyond its deadline and was cancelled";
        return await gateway.StopAsync(call, cancellationToken) switch
        {
            CallOutcome.Succeeded succeeded => succeeded,
            CallOutcome.Failed failed => failed with { Error = $"{Overdue}: {failed.Error}", Retryable = true },
            _ => new CallOutcome.Unknown($"{Overdue}, but the service does not say what became of it.", null),
        };
    }

    private bool TryLeave() => Interlocked.CompareExchange(ref request, Left, Waiting) == Waiting;

    private async Task<CallOutcome?> RunAsync(Func<CancellationToken, Task<CallOutcome>> exchange, Action<CallExchange> completed)
    {
        // Off the caller's stack, so that Completion is set before the callback runs.
        await Task.Yield();
        try
        {
            return await exchange(abandon.Token);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            return request == Withdrawn ? new CallOutcome.Withheld("Not sent: the job was being stopped.", TimeSpan.Zero) : null;
        }
        catch (Exception exception)
        {
            return new CallOutcome.Unknown($"The exchange broke: {exception.GetType().Name}: {exception.Message}", null);
        }
        finally
        {
            completed(this);
        }
    }
}

/// <summary>See <see cref="CallExchange"/>.</summary>
internal enum CallExchangeKind
{
    Send,
    Poll,
    LookUp,

    /// <summary>The answer to another job's call is copied.</summary>
    Reuse,
}
