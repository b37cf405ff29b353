using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Reelwright.Engine.Exchange;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services.Origins;

/// <summary>
/// The circuit breaker of one service at one address. It counts only faults of the service: refused connections, lost and unreadable
/// responses. A response such as "too many requests" or a refusal is no fault. While the circuit is open nothing is sent; after a pause
/// one exchange is let through.
/// </summary>
internal sealed partial class ServiceBreaker
{
    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<ClassifiedResponse> pipeline;
    private readonly ServiceContext context;
    private int isLoggedOpen;

    public ServiceBreaker(ServiceContext context)
    {
        this.context = context;
        var options = context.Options;

        // No OnOpened and OnClosed: the library runs them on the thread pool, and waits for them.
        pipeline = new ResiliencePipelineBuilder<ClassifiedResponse> { TimeProvider = context.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ClassifiedResponse>
            {
                FailureRatio = options.CircuitFaultRatio,
                MinimumThroughput = options.CircuitMinimumCalls,
                SamplingDuration = options.CircuitWindow,
                BreakDuration = options.CircuitPause,
                StateProvider = state,
                ShouldHandle = arguments => ValueTask.FromResult(IsFault(arguments.Outcome)),
            })
            .Build();
    }

    public bool IsOpen => state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>
    /// Makes the exchange; while the circuit is open it makes none and returns <paramref name="whenOpen"/> of the time to wait.
    /// </summary>
    public async Task<CallOutcome> GuardAsync(
        Func<CancellationToken, ValueTask<ClassifiedResponse>> exchange,
        Func<TimeSpan, CallOutcome> whenOpen,
        CancellationToken cancellationToken)
    {
        var resilience = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, cancellationToken);
        try
        {
            return (await pipeline.ExecuteAsync(
                static (resilience, exchange) => exchange(resilience.CancellationToken), resilience, exchange)).Outcome;
        }
        catch (BrokenCircuitException broken)
        {
            return whenOpen(state.CircuitState == CircuitState.Open && broken.RetryAfter is { } wait ? wait : TrialWait());
        }
        finally
        {
            ResilienceContextPool.Shared.Return(resilience);
            LogChange();
        }
    }

    // While one exchange is on trial the others wait for about as long as most trials take; jitter keeps them apart.
    private TimeSpan TrialWait() => TimeSpan.FromSeconds(1 + context.Transport.Random.NextDouble());

    // An exchange that was cancelled proves nothing, so on trial it must not close the circuit.
    private bool IsFault(Outcome<ClassifiedResponse> outcome) => outcome.Exception is null
        ? outcome.Result.IsFault
        : outcome.Exception is not OperationCanceledException || state.CircuitState == CircuitState.HalfOpen;

    private void LogChange()
    {
        var now = state.CircuitState;
        if (now == CircuitState.Open && Interlocked.Exchange(ref isLoggedOpen, 1) == 0)
        {
            Log.Opened(context.Logger, context.Service, context.Options.CircuitPause.TotalSeconds);
        }
        else if (now == CircuitState.Closed && Interlocked.Exchange(ref isLoggedOpen, 0) == 1)
        {
            Log.Closed(context.Logger, context.Service);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Service} fails too often: nothing is sent to it for {PauseSeconds} s, and its calls wait")]
        public static partial void Opened(ILogger logger, string service, double pauseSeconds);

        [LoggerMessage(LogLevel.Information, "{Service} answers again")]
        public static partial void Closed(ILogger logger, string service);
    }
}
