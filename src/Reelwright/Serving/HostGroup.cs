using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using Reelwright.Storage;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>
/// The hosts of one process. Each has its own container, port and store, and they speak HTTP with each other as they would across machines.
/// Services start before the orchestrator and stop after it, so that it never finds them gone.
/// </summary>
internal sealed class HostGroup : IAsyncDisposable
{
    private readonly List<(PlannedHost Plan, WebApplication App)> services = [];
    private (PlannedHost Plan, WebApplication App)? orchestrator;

    /// <exception cref="CommandException">One can't start; the message says why. Those that had started are stopped.</exception>
    public static async Task<HostGroup> StartAsync(ServePlan plan, CancellationToken cancellationToken)
    {
        var group = new HostGroup();
        try
        {
            foreach (var host in plan.Services)
            {
                group.services.Add((host, Create(host)));
            }

            var starts = group.services.Select(service => StartAsync(service.Plan, service.App, cancellationToken)).ToList();
            if (plan.Orchestrator is { } planned)
            {
                group.orchestrator = (planned, Create(planned));
            }

            await Task.WhenAll(starts);
            if (group.orchestrator is var (main, app))
            {
                await StartAsync(main, app, cancellationToken);
            }

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
        foreach (var (plan, app) in services.Concat(orchestrator is { } main ? [main] : []))
        {
            app.Lifetime.ApplicationStopping.Register(() => ended.TrySetResult(plan.Target.Name));
        }

        return await ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (orchestrator is { } main)
        {
            await StopAsync(main.App);
        }

        await Task.WhenAll(services.Select(service => StopAsync(service.App)));
    }

    // Each host bounds its own shutdown, so none is given up here.
    private static async Task StopAsync(WebApplication app)
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private static WebApplication Create(PlannedHost host)
    {
        try
        {
            return host.Target.Create(host.Settings);
        }
        catch (Exception problem) when (Explain(host, problem) is { } told)
        {
            throw told;
        }
    }

    private static async Task StartAsync(PlannedHost host, WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception problem) when (Explain(host, problem) is { } told)
        {
            throw told;
        }
    }

    /// <summary>The known reasons why a host does not start, as sentences.</summary>
    private static CommandException? Explain(PlannedHost host, Exception problem) => problem switch
    {
        OptionsValidationException wrong => new(ExitCodes.BadInput, string.Join('\n', wrong.Failures), wrong),
        DatabaseInUseException inUse => new(ExitCodes.Failed, inUse.Message, inUse),
        IOException { InnerException: { InnerException: SocketException or null } inner } when PortProblem(inner) is { } reason =>
            new(ExitCodes.Failed, $"{host.Target.Name} can not listen on {host.Listen}: {reason}", problem),
        UnauthorizedAccessException denied => new(ExitCodes.Failed, $"{host.Target.Name} can not start: {denied.Message} Choose a folder that can be written with --data.", denied),
        _ => null,
    };

    private static string? PortProblem(Exception inner) => (inner as SocketException ?? inner.InnerException as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"another program has that port. Stop that program, or choose another port: {ProgramName.With("serve", "--port", "9000")}",
        SocketError.AddressNotAvailable => "this machine has no such address. Choose another with --host.",
        SocketError.AccessDenied => "only root may listen on so low a port. Choose one above 1023 with --port.",
        _ => null,
    };
}
