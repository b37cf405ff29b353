using Microsoft.Extensions.Logging;
using Reelwright.Orchestrator.Services.Responses;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Description;

/// <summary>
/// What a service said of itself, asked for by one at a time, for at most two seconds. Once something is known nobody waits for news: after its lifetime it
/// is still given while the question is on its way, and it stays valid while the service can't be reached, for one that is down still keeps its keys.
/// </summary>
internal sealed partial class DescriptionCache(string service, ServiceConnection connection, TimeSpan lifetime, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private ServiceDescription? known;
    private long askedAt;
    private TimeSpan believedFor = TimeSpan.MinValue;
    private Task<ServiceDescription?>? asking;

    /// <summary>Null until the service could be asked for the first time.</summary>
    public ServiceDescription? LastKnown => Volatile.Read(ref known);

    /// <summary>Whether the last question was answered; null before the first.</summary>
    public bool? IsReachable { get; private set; }

    /// <summary>Null when the service could never be asked.</summary>
    public ValueTask<ServiceDescription?> GetAsync(CancellationToken cancellationToken)
    {
        Task<ServiceDescription?> answer;
        lock (gate)
        {
            if (believedFor > TimeSpan.Zero && time.GetElapsedTime(askedAt) < believedFor)
            {
                return new(known);
            }

            answer = asking ??= AskAsync();
            if (known is not null)
            {
                return new(known);
            }
        }

        return new(answer.WaitAsync(cancellationToken));
    }

    private async Task<ServiceDescription?> AskAsync()
    {
        await Task.Yield();
        ServiceDescription? told = null;
        try
        {
            var answer = await connection.AskAsync(HttpMethod.Get, connection.Address.At("/capabilities"), null, AskTimeout, CancellationToken.None);
            told = Read(answer);
        }
        finally
        {
            lock (gate)
            {
                known = told ?? known;
                IsReachable = told is not null;
                askedAt = time.GetTimestamp();
                believedFor = told is null ? AskAgain : lifetime;
                asking = null;
            }
        }

        return known;
    }

    private ServiceDescription? Read(ServiceResponse answer)
    {
        if (answer is not ServiceResponse.Received received || received.Code is 408 or 429 or (>= 500 and not 501))
        {
            Log.Unreachable(logger, service);
            return null;
        }

        if (!received.IsSuccess)
        {
            return ServiceDescription.Silent;
        }

        if (received.IsCutShort)
        {
            // It has capabilities; a bad wire must not make it one that can't be asked twice.
            Log.Unreachable(logger, service);
            return null;
        }

        using var document = WireDocument.TryParse(received, out var fault);
        if (document is null)
        {
            Log.Unreadable(logger, service, fault!);
            return ServiceDescription.Silent;
        }

        return ServiceDescription.Read(document.RootElement);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Service} could not be asked for its capabilities")]
        public static partial void Unreachable(ILogger logger, string service);

        [LoggerMessage(LogLevel.Warning, "{Service} is taken for one without capabilities: {Fault}")]
        public static partial void Unreadable(ILogger logger, string service, string fault);
    }
}
