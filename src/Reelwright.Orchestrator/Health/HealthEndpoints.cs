using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Configuration;
using Reelwright.Orchestrator.OpenApi;

namespace Reelwright.Orchestrator.Health;

/// <summary>
/// <c>/health</c> for people and dashboards, <c>/health/live</c> and <c>/health/ready</c> for orchestrators and load balancers.
/// </summary>
internal static class HealthEndpoints
{
    public const string GetHealth = "getHealth";
    public const string GetLiveness = "getLiveness";
    public const string GetReadiness = "getReadiness";

    private const string Service = "ai-video-orchestrator";

    // The contract promises the whole answer within 2 s.
    private static readonly TimeSpan LongestPing = TimeSpan.FromMilliseconds(1200);

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithCatalogue();
        health.MapGet("", HealthAsync).WithName(GetHealth).WithSummary("Whether the orchestrator can do its work");
        health.MapGet("/live", Live).WithName(GetLiveness).WithSummary("Whether the process answers at all");
        health.MapGet("/ready", ReadyAsync).WithName(GetReadiness).WithSummary("Whether jobs can be created, and if not, what is wrong and how to cure it");
        return routes;
    }

    private static async Task<IResult> HealthAsync(
        IJobStore store, StoredFiles files, DiskReadiness disk, ServiceStates services, IClusterSignals signals, TimeProvider time, CancellationToken cancellationToken)
    {
        var gone = files.FindFault();
        var connected = gone is null ? PingAsync(store, time, cancellationToken) : Task.FromResult(false);
        var states = services.ReadAsync(cancellationToken);
        var health = await connected
            ? new OrchestratorHealth
            {
                Status = "healthy",
                Service = Service,
                Version = HostIdentity.Version,
                Database = "connected",
                Timestamp = time.GetUtcNow(),
                Services = await states,
                Signals = Word(signals.State),
            }
            : new OrchestratorHealth
            {
                Status = "unhealthy",
                Service = Service,
                Database = "disconnected",
                Error = (gone ?? await disk.ExplainAsync(cancellationToken))?.Problem ?? "Failed to connect to database",
            };
        return TypedResults.Json(
            health,
            WireJson.Wire.OrchestratorHealth,
            statusCode: health.Error is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Word(SignalsState state) => state switch
    {
        SignalsState.InProcess => "in_process",
        SignalsState.Connected => "connected",
        SignalsState.Disconnected => "disconnected",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    private static async Task<bool> PingAsync(IJobStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await Bounded.RunAsync(
                async token =>
                {
                    await store.PingAsync(token);
                    return true;
                },
                LongestPing,
                time,
                cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The reason is in /health/ready and in the log.
            return false;
        }
    }

    private static JsonHttpResult<Liveness> Live() => TypedResults.Json(new Liveness { Status = "alive" }, WireJson.Wire.Liveness);

    private static async Task<IResult> ReadyAsync(ReadinessProbe probe, CancellationToken cancellationToken)
    {
        var items = await probe.RunAsync(cancellationToken);
        var ready = items.All(item => item.Problem is null);
        return TypedResults.Json(
            new Readiness { Status = ready ? "ready" : "not_ready", Checks = items },
            WireJson.Wire.Readiness,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
