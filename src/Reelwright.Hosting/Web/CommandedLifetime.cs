using Microsoft.Extensions.Hosting;

namespace Reelwright.Hosting.Web;

/// <summary>
/// A host that leaves signals alone: whoever started it stops it. Several hosts share a process and must stop in their order, not all at once
/// at the first SIGTERM.
/// </summary>
internal sealed class CommandedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
