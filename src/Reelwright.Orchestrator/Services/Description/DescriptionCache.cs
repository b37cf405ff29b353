using Microsoft.Extensions.Logging;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services.Description;

/// <summary>
/// The description of a service, requested by one caller at a time for at most two seconds. Once there is one nobody waits: after its
/// lifetime it is still returned while the next request is under way. It stays valid while the service is unreachable, because a service
/// that is down keeps its keys.
/// </summary>
internal sealed partial class DescriptionCache(ServiceContext context, ServiceConnection connection)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryAfterFault = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private ServiceDescription? known;
    private long requestedAt;
    private TimeSpan validFor = TimeSpan.MinValue;
    private Task<ServiceDescription?>? request;

    /// <summary>Null until the first answer.</summary>
    public ServiceDescription? LastKnown => Volatile.Read(ref known);

    /// <summary>Whether the last request was answered; null before the first.</summary>
    public bool? IsReachable { get; private set; }

    /// <summary>Null when the service has never answered.</summary>
    public ValueTask<ServiceDescription?> GetAsync(CancellationToken cancellationToken)
    {
        Task<ServiceDescription?> pending;
        lock (gate)
        {
            if (validFor > TimeSpan.Zero && context.Time.GetElapsedTime(requestedAt) < validFor)
            {
                return new(known);
            }

            pending = request ??= RequestAsync();
            if (known is not null)
            {
                return new(known);
            }
        }

        return new(pending.WaitAsync(cancellationToken));
    }

    private async Task<ServiceDescription?> RequestAsync()
    {
        await Task.Yield();
        ServiceDescription? received = null;
        try
        {
            var url = connection.Address.At("/capabilities");
            received = Read(await connection.AskAsync(HttpMethod.Get, url, null, RequestTimeout, CancellationToken.None));
        }
        finally
        {
            lock (gate)
            {
                known = received ?? known;
                IsReachable = received is not null;
                requestedAt = context.Time.GetTimestamp();
                validFor = received is null ? RetryAfterFault : context.Options.CapabilitiesLifetime;
                request = null;
            }
        }

        return known;
    }

    private ServiceDescription? Read(ServiceResponse response)
    {
        if (response is not ServiceResponse.Received received || received.Code is 408 or 429 or (>= 500 and not 501))
        {
            Log.Unreachable(context.Logger, context.Service);
            return null;
        }

        if (!received.IsSuccess)
        {
            return ServiceDescription.Empty;
        }

        if (received.IsCutShort)
        {
            // The service has capabilities; a broken connection must not make it one that is not idempotent.
            Log.Unreachable(context.Logger, context.Service);
            return null;
        }

        using var document = WireDocument.TryParse(received, out var fault);
        if (document is null)
        {
            Log.Unreadable(context.Logger, context.Service, fault!);
            return ServiceDescription.Empty;
        }

        return ServiceDescription.Read(document.RootElement);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Service} did not answer the request for its capabilities")]
        public static partial void Unreachable(ILogger logger, string service);

        [LoggerMessage(LogLevel.Warning, "{Service} counts as a service without capabilities: {Fault}")]
        public static partial void Unreadable(ILogger logger, string service, string fault);
    }
}
