using Reelwright.Orchestrator.Services.Description;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Origins;

/// <summary>One service at one origin, with its own connections, circuit breaker and description.</summary>
internal sealed class ServiceEndpoint
{
    /// <param name="origin">Where the endpoint is, and in whose name its calls were made.</param>
    /// <param name="url">The address of the origin now; its own unless it has a name.</param>
    /// <param name="token">Sent with each request; it may belong to another account than the origin's.</param>
    public ServiceEndpoint(ServiceContext context, ServiceOrigin origin, string url, string? token, HttpMessageInvoker invoker)
    {
        Origin = origin;
        IsOfThisAccount = ServiceOrigin.Of(url, token).Account == origin.Account;
        Connection = new ServiceConnection(context, url, token, invoker);
        Breaker = new ServiceBreaker(context);
        Description = new DescriptionCache(context, Connection);
    }

    public ServiceOrigin Origin { get; }

    /// <summary>
    /// False when the requests carry the token of another account than the calls did. That account has operations of its own, perhaps
    /// with equal ids. Only a look-up by idempotency key can prove that an operation is the call's.
    /// </summary>
    public bool IsOfThisAccount { get; }

    public ServiceConnection Connection { get; }

    public ServiceAddressing Address => Connection.Address;

    public ServiceBreaker Breaker { get; }

    public DescriptionCache Description { get; }
}
