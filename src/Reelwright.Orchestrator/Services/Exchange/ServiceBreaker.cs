using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Reelwright.Engine.Exchange;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>
/// One service's circuit breaker. Only faults of the service count against it: refused connections, lost and unreadable answers. A service that answers
/// "too many" or "this failed" is well. While the circuit is open nothing is sent; after a pause one exchange is let through.
/// </summary>
internal sealed partial class ServiceBreaker
{
    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<ClassifiedResponse> pipeline;

    public ServiceBreaker(string service, ServiceClientOptions options, TimeProvider time, ILogger logger)
    {
        pipeline = new ResiliencePipelineBuilder<ClassifiedResponse> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ClassifiedResponse>
            {
                FailureRatio = options.CircuitFaultRatio,
                MinimumThroughput = options.CircuitMinimumCalls,
                SamplingDuration = options.CircuitWindow,
                BreakDuration = options.CircuitPause,
                StateProvider = state,
                ShouldHandle = arguments => ValueTask.FromResult(IsFault(arguments.Outcome)),
                OnOpened = arguments =>
                {
                    Log.Opened(logger, service, arguments.BreakDuration.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    Log.Closed(logger, service);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    public bool IsOpen => state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>Lets the exchange happen, or says how long to wait.</summary>
    public async Task<CallOutcome> GuardAsync(
        Func<CancellationToken, ValueTask<ClassifiedResponse>> exchange, Func<TimeSpan, CallOutcome> whenOpen, CancellationToken cancellationToken)
    {
        try
        {
            return (await pipeline.ExecuteAsync(exchange, cancellationToken)).Outcome;
        }
        catch (BrokenCircuitException broken)
        {
            return whenOpen(state.CircuitState == CircuitState.Open && broken.RetryAfter is { } pause ? pause : TrialWait());
        }
    }

    // One exchange is on trial. Most trials are short, so the others look again soon, but not all at once.
    private static TimeSpan TrialWait() => TimeSpan.FromSeconds(1 + Random.Shared.NextDouble());

    // An exchange that somebody cancelled proves nothing; on trial that must not close the circuit.
    private bool IsFault(Outcome<ClassifiedResponse> outcome) =>
        outcome.Exception is null ? outcome.Result.IsFault : outcome.Exception is not OperationCanceledException || state.CircuitState == CircuitState.HalfOpen;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Service} fails too often: nothing is sent to it for {PauseSeconds} s; jobs wait")]
        public static partial void Opened(ILogger logger, string service, double pauseSeconds);

        [LoggerMessage(LogLevel.Information, "{Service} answers again")]
        public static partial void Closed(ILogger logger, string service);
    }
}
