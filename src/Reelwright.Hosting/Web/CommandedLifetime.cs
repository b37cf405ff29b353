using Microsoft.Extensions.Hosting;

namespace Reelwright.Hosting.Web;

/// <summary>
/// A host that does not react to signals: the code that started it stops it. Several hosts share a process and stop in order, not all
/// at once at SIGTERM.
/// </summary>
internal sealed class CommandedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
