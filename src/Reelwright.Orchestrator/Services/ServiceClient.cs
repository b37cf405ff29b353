using System.Net;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Responses;
using Reelwright.Orchestrator.Services.Description;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services;

/// <summary>One microservice as the engine may use it: single exchanges, judged, behind one circuit breaker. It retries nothing.</summary>
internal sealed partial class ServiceClient : IDisposable
{
    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(2);

    private readonly ServiceContract contract;
    private readonly ServiceClientOptions options;
    private readonly TimeProvider time;
    private readonly ServiceConnection connection;
    private readonly ServiceBreaker breaker;
    private readonly DescriptionCache description;
    private readonly ResponseClassifier judge;
    private readonly SemaphoreSlim lines;

    public ServiceClient(ServiceContract contract, ServiceClientOptions options, string? token, ServiceTransport transport, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger<ServiceClient>();
        this.contract = contract;
        this.options = options;
        time = transport.Time;
        connection = new ServiceConnection(contract.Service, options, token, transport, logger);
        breaker = new ServiceBreaker(contract.Service, options, transport, logger);
        description = new DescriptionCache(contract.Service, connection, options.CapabilitiesLifetime, time, logger);
        judge = new ResponseClassifier(contract, new ErrorText(token), options.MaxBackoff);
        lines = new SemaphoreSlim(options.MaxConnections);
    }

    public string Service => contract.Service;

    /// <summary>The configured limit of calls in flight over all nodes; null when none is.</summary>
    public int? MaxInFlight => options.MaxInFlight;

    /// <summary>Null before anybody spoke with it.</summary>
    public bool? IsAvailable => breaker.IsOpen ? false : description.IsReachable;

    public async ValueTask<ServiceTraits> DescribeAsync(CancellationToken cancellationToken)
    {
        var told = await description.GetAsync(cancellationToken);
        var isPriced = told?.PricePerCall is not null;
        return new ServiceTraits
        {
            Known = told is not null || options.Idempotent is not null,
            Idempotent = options.Idempotent ?? told?.Idempotent ?? false,
            InDoubt = options.InDoubt,
            Identity = $"{connection.Address.Authority} {told?.Identity}",
            PricePerCall = isPriced ? told!.PricePerCall!.Value : options.PricePerCall,
            PricePerSecond = isPriced ? told!.PricePerSecond!.Value : options.PricePerSecond,
            MaxAttempts = options.MaxAttempts,
            Backoff = options.Backoff,
            MaxBackoff = options.MaxBackoff,
            OperationDeadline = options.OperationDeadline,
        };
    }

    public async Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        // Waiting for a line is not part of the exchange: a long queue must not look like a service that times out.
        await lines.WaitAsync(cancellationToken);
        try
        {
            return await breaker.GuardAsync(
                token => SendOnceAsync(call, token),
                wait => new CallOutcome.Withheld($"{Service} is known to be down", wait),
                cancellationToken);
        }
        finally
        {
            lines.Release();
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        lines.Dispose();
    }

    private async ValueTask<ClassifiedResponse> SendOnceAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        var answer = await connection.PostAsync(contract.Path, call, cancellationToken);
        return answer switch
        {
            ServiceResponse.Received { Status: HttpStatusCode.Accepted } accepted => ClassifiedResponse.Answer(Follow(accepted)),
            ServiceResponse.Received { Status: HttpStatusCode.Conflict } conflict => ClassifiedResponse.Answer(await FindRunningAsync(conflict, call, cancellationToken)),
            _ => judge.Judge(answer, call),
        };
    }

    private CallOutcome Follow(ServiceResponse.Received accepted) => NamedOperation(accepted) is { } operation
        ? new CallOutcome.Accepted(operation, Pace(accepted.RetryAfter, TimeSpan.Zero))
        : new CallOutcome.Unknown(judge.Say($"{accepted.StatusLine}, but it names no operation on {connection.Address.Authority}: {accepted.Excerpt}"), null);

    // Under our key something runs already: most likely our own question, whose answer was lost.
    private async Task<CallOutcome> FindRunningAsync(ServiceResponse.Received conflict, LedgerCall call, CancellationToken cancellationToken)
    {
        if (NamedOperation(conflict) is { } named)
        {
            return new CallOutcome.Accepted(named, Pace(conflict.RetryAfter, TimeSpan.Zero));
        }

        var found = await LookUpAsync(call, cancellationToken) as Lookup.Found;
        return found is null
            ? new CallOutcome.Busy(judge.Clamp(conflict.RetryAfter) ?? BusyWait)
            : new CallOutcome.Accepted(found.Operation, Pace(conflict.RetryAfter, TimeSpan.Zero));
    }

    private string? NamedOperation(ServiceResponse.Received answer) =>
        connection.Address.ByLocation(answer.Location, contract.Path) ?? connection.Address.ById(OperationResponse.ReadId(answer));

    private TimeSpan Pace(TimeSpan? asked, TimeSpan elapsed) => asked is { } wait
        ? PollPacing.Clamp(wait, options)
        : PollPacing.Next(description.LastKnown?.TypicalSeconds, elapsed, options);
}
