using Microsoft.Extensions.Logging;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Description;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.Origins;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services;

/// <summary>One microservice as the engine uses it: single exchanges, classified, behind a circuit breaker. It retries nothing.</summary>
internal sealed partial class ServiceClient : IDisposable
{
    // Bills up to this many times the usual price are taken for prices: of a clip $10, the default limit of a whole job.
    private const int HighestPriceFactor = 25;

    private readonly ServiceContract contract;
    private readonly ServiceClientOptions options;
    private readonly TimeProvider time;
    private readonly ServiceEndpoints endpoints;
    private readonly ResponseClassifier classifier;
    private readonly BilledPrices bills;
    private readonly ILogger logger;
    private readonly SemaphoreSlim connections;

    public ServiceClient(
        ServiceContract contract, ServiceClientOptions options, string? token, ServiceTransport transport, ILoggerFactory loggers)
    {
        this.contract = contract;
        this.options = options;
        time = transport.Time;
        logger = loggers.CreateLogger<ServiceClient>();
        bills = new BilledPrices(options.UsualPricePerCall > 0 ? HighestPriceFactor * options.UsualPricePerCall : decimal.MaxValue);
        endpoints = new ServiceEndpoints(new(contract.Service, options, transport, logger), token);
        classifier = new ResponseClassifier(contract, new ErrorText(token), options.MaxBackoff);
        connections = new SemaphoreSlim(options.MaxConnections);
    }

    public string Service => contract.Service;

    /// <summary>The configured limit of calls in flight over all nodes; null when there is none.</summary>
    public int? MaxInFlight => options.MaxInFlight;

    /// <summary>Null before the first exchange.</summary>
    public bool? IsAvailable => Present.Breaker.IsOpen ? false : Present.Description.IsReachable;

    private ServiceEndpoint Present => endpoints.Present;

    public async ValueTask<ServiceTraits> DescribeAsync(CancellationToken cancellationToken)
    {
        var described = await Present.Description.GetAsync(cancellationToken);
        var identity = IdentityOf(described);
        var (price, isProven) = bills.Correct(identity, AnnouncedBy(described));
        return new ServiceTraits
        {
            Known = described is not null || options.Idempotent is not null,
            Idempotent = options.Idempotent ?? described?.Idempotent ?? false,
            HasOperations = described?.Operations ?? false,
            InDoubt = options.InDoubt,
            Origin = Present.Origin.ToString(),
            Identity = identity,
            PricePerCall = price.PerCall,
            PricePerSecond = price.PerSecond,
            PriceProven = isProven,
            UsualPricePerCall = options.UsualPricePerCall,
            PriceKnown = isProven || described?.Price is not null,
            MaxAttempts = options.MaxAttempts,
            Backoff = options.Backoff,
            MaxBackoff = options.MaxBackoff,
            ExchangeTimeout = options.Timeout,
            RegistrationDelay = options.RegistrationDelay,
            OperationDeadline = options.OperationDeadline,
        };
    }

    /// <param name="mayLeave">Asked once, after the wait for a connection and immediately before the request leaves.</param>
    /// <returns>Null when the request may no longer leave.</returns>
    public async Task<CallOutcome?> SendAsync(LedgerCall call, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        // The wait for a connection is not part of the exchange: a long queue must not look like a service that times out.
        await connections.WaitAsync(cancellationToken);
        try
        {
            if (!mayLeave())
            {
                return null;
            }

            var outcome = await Present.Breaker.GuardAsync(
                token => SendOnceAsync(call, token),
                wait => new CallOutcome.Withheld($"The circuit breaker of {Service} is open, so nothing was sent", wait),
                cancellationToken);
            return Observe(outcome, call, Present);
        }
        finally
        {
            connections.Release();
        }
    }

    public void Dispose()
    {
        endpoints.Dispose();
        connections.Dispose();
    }

    private string IdentityOf(ServiceDescription? description) => $"{Present.Address.Authority} {description?.Identity}";

    private ServicePrice AnnouncedBy(ServiceDescription? description) =>
        description?.Price ?? new ServicePrice(options.PricePerCall, options.PricePerSecond);

    /// <summary>Remembers what the present service billed. A call of another origin proves nothing about it.</summary>
    private CallOutcome Observe(CallOutcome outcome, LedgerCall call, ServiceEndpoint endpoint)
    {
        var cost = outcome switch
        {
            CallOutcome.Succeeded succeeded => succeeded.Cost,
            CallOutcome.Failed { Cost: > 0 } failed => failed.Cost,
            _ => null,
        };
        if (cost is { } billed && endpoint == Present)
        {
            var description = Present.Description.LastKnown;
            var announced = AnnouncedBy(description);
            var seconds = announced.PerSecond > 0 ? ServiceContract.RequestedSeconds(call) ?? 0 : 0;
            if (bills.Add(IdentityOf(description), announced, billed, seconds, outcome is CallOutcome.Succeeded))
            {
                var expected = announced.Of(seconds);
                Log.PriceRaised(logger, Service, billed, expected);
            }
        }

        return outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "{Service} billed {Cost} dollars for a call with an announced price of {Announced}. Later calls reserve at the higher price; "
                + "correct the price in its capabilities, then restart")]
        public static partial void PriceRaised(ILogger logger, string service, decimal cost, decimal announced);
    }
}
