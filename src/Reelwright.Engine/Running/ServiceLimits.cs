using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>Which services are limited, as the database said when the node last renewed its lease; the limits themselves are kept there alone.</summary>
internal sealed class ServiceLimits
{
    private volatile IReadOnlySet<string> services = new HashSet<string>();

    public IReadOnlySet<string> Services => services;

    public async Task RefreshAsync(IJobStore store, CancellationToken cancellationToken)
    {
        var limits = await store.LimitsAsync(cancellationToken);
        if (!services.SetEquals(limits.Keys))
        {
            services = limits.Keys.ToHashSet();
        }
    }
}
