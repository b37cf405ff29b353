using Microsoft.Extensions.Logging;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>What all parts of one service's client share.</summary>
internal sealed record ServiceContext(string Service, ServiceClientOptions Options, ServiceTransport Transport, ILogger Logger)
{
    public TimeProvider Time => Transport.Time;
}
