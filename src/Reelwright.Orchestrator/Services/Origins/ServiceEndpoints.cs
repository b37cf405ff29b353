using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Origins;

/// <summary>
/// The configured endpoint of a service, and those of former configurations that calls in the ledger were made at. A former one is
/// created on demand; the least recently used is dropped beyond <see cref="MaxFormer"/>. All share one handler, which pools its
/// connections by address and closes unused ones.
/// </summary>
internal sealed class ServiceEndpoints : IDisposable
{
    public const int MaxFormer = 16;

    private readonly Lock gate = new();
    private readonly ServiceContext context;
    private readonly string? token;
    private readonly HttpMessageInvoker invoker;
    private readonly ServiceOrigin present;
    private readonly LinkedList<ServiceEndpoint> former = [];

    public ServiceEndpoints(ServiceContext context, string? token)
    {
        (this.context, this.token) = (context, token);
        present = ServiceOrigin.Of(context.Options.Url, token);
        invoker = new HttpMessageInvoker(context.Transport.CreateHandler(context.Options));
        var origin = ServiceOrigin.Of(context.Options.Url, token, context.Options.Origin);
        Present = new ServiceEndpoint(context, origin, context.Options.Url, token, invoker);
    }

    /// <summary>Where new calls are made.</summary>
    public ServiceEndpoint Present { get; }

    /// <summary>Where this call was made; null when its stored origin can't be read, so that it can be asked for nowhere.</summary>
    public ServiceEndpoint? Of(LedgerCall call)
    {
        if (call.Origin is null || call.Origin == Present.Origin.ToString())
        {
            return Present;
        }

        return ServiceOrigin.Parse(call.Origin) is { } origin ? Former(origin) : null;
    }

    public void Dispose() => invoker.Dispose();

    private ServiceEndpoint Former(ServiceOrigin origin)
    {
        lock (gate)
        {
            var endpoint = former.FirstOrDefault(known => known.Origin == origin);
            if (endpoint is null)
            {
                endpoint = new ServiceEndpoint(context, origin, origin.Url, origin.MayUseTokenOf(present) ? token : null, invoker);
            }
            else
            {
                former.Remove(endpoint);
            }

            former.AddFirst(endpoint);
            if (former.Count > MaxFormer)
            {
                former.RemoveLast();
            }

            return endpoint;
        }
    }
}
