using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>
/// The hosts of one process. Each has its own container, port and store, and they speak HTTP with each other as they would across machines.
/// Services start before the orchestrator and stop after it, so that it never finds them gone.
/// </summary>
internal sealed class HostGroup : IAsyncDisposable
{
    private readonly List<RunningHost> services = [];
    private RunningHost? orchestrator;

    /// <summary>Jobs that were not finished before the orchestrator started.</summary>
    public IReadOnlyList<UnfinishedJob> Unfinished { get; private set; } = [];

    /// <exception cref="CommandException">One can't start; the message says why. Those that had started are stopped.</exception>
    public static async Task<HostGroup> StartAsync(ServePlan plan, CancellationToken cancellationToken)
    {
        await StartFailure.CheckPortsAsync(plan, cancellationToken);
        var group = new HostGroup();
        try
        {
            group.services.AddRange(plan.Services.Select(RunningHost.Create));
            var starts = group.services.Select(service => service.StartAsync(cancellationToken)).ToList();
            group.orchestrator = plan.Orchestrator is { } planned ? RunningHost.Create(planned) : null;
            group.Unfinished = group.orchestrator is { } created ? await created.FindUnfinishedAsync(cancellationToken) : [];
            await Task.WhenAll(starts);
            await (group.orchestrator?.StartAsync(cancellationToken) ?? Task.CompletedTask);
            return group;
        }
        catch
        {
            await group.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until the token is cancelled, or a host gives up by itself: then its name.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var asked = cancellationToken.Register(() => ended.TrySetResult(null));
        foreach (var host in orchestrator is null ? services : [.. services, orchestrator])
        {
            host.OnStopping(() => ended.TrySetResult(host.Name));
        }

        return await ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await (orchestrator?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Task.WhenAll(services.Select(service => service.DisposeAsync().AsTask()));
    }
}
