using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Limits;

/// <summary>How many calls of a service may be in flight at once, over all nodes: read, and changed while everything runs.</summary>
internal static class LimitEndpoints
{
    public const string ListLimits = "listLimits";
    public const string SetLimit = "setLimit";

    public static IEndpointRouteBuilder MapLimits(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/limits", ListAsync).WithName(ListLimits).WithSummary("How many calls each service may have in flight");
        routes.MapPut("/limits/{service}", SetAsync).WithName(SetLimit).WithSummary("Limit the calls that a service may have in flight, or lift the limit");
        return routes;
    }

    private static async Task<IResult> ListAsync(IJobStore store, CancellationToken cancellationToken)
    {
        var limits = await store.LimitsAsync(cancellationToken);
        var view = new LimitsView
        {
            Limits = [.. ServiceNames.All.Select(service => new ServiceLimit { Service = service, MaxInFlight = limits.TryGetValue(service, out var calls) ? calls : null })],
        };
        return TypedResults.Json(view, WireJson.Wire.LimitsView);
    }

    private static async Task<IResult> SetAsync(string service, HttpContext context, IJobStore store, CancellationToken cancellationToken)
    {
        if (!ServiceNames.All.Contains(service))
        {
            return Refusal.NotFound($"There is no such service. The services are {string.Join(", ", ServiceNames.All)}.");
        }

        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        if (body is JsonBodyOutcome.Refused refused)
        {
            return refused.Problem;
        }

        var errors = new InputErrors();
        var change = LimitChangeReader.Read(body, errors);
        if (errors.Any)
        {
            return Refusal.Invalid(errors);
        }

        await store.SetLimitAsync(service, change.MaxInFlight, cancellationToken);
        return TypedResults.Json(new ServiceLimit { Service = service, MaxInFlight = change.MaxInFlight }, WireJson.Wire.ServiceLimit);
    }
}
