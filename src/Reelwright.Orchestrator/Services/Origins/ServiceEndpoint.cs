using Reelwright.Orchestrator.Services.Description;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Origins;

/// <summary>One service at one origin, with its own connections, circuit breaker and description.</summary>
internal sealed class ServiceEndpoint
{
    public ServiceEndpoint(ServiceContext context, ServiceOrigin origin, string? token, HttpMessageInvoker invoker)
    {
        Origin = origin;
        Connection = new ServiceConnection(context, origin.Url, token, invoker);
        Breaker = new ServiceBreaker(context);
        Description = new DescriptionCache(context, Connection);
    }

    public ServiceOrigin Origin { get; }

    public ServiceConnection Connection { get; }

    public ServiceAddressing Address => Connection.Address;

    public ServiceBreaker Breaker { get; }

    public DescriptionCache Description { get; }
}
