using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Services.Operations;
using Reelwright.Services.Work;

namespace Reelwright.Services.Description;

/// <summary><c>GET /health</c> and <c>GET /capabilities</c>.</summary>
internal static class DescriptionEndpoints
{
    public static void MapDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", HealthAsync).WithName("GetHealth").WithSummary("Whether the service can work now");
        routes.MapGet("/capabilities", Describe).WithName("GetCapabilities").WithSummary("What the service can do and what it charges");
    }

    private static async Task<IResult> HealthAsync(ServiceProfile profile, ServiceWork work, CancellationToken cancellationToken)
    {
        var fault = await work.FindFaultAsync(cancellationToken);
        var health = new ServiceHealth
        {
            Status = fault is null ? "healthy" : "unhealthy",
            Service = profile.Host.Service,
            Version = HostIdentity.Version,
            Error = fault,
        };
        var status = fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(health, WireJson.Wire.ServiceHealth, statusCode: status);
    }

    private static JsonHttpResult<Capabilities> Describe(ServiceProfile profile, ServiceWork work, IOptions<OperationOptions> options)
    {
        var capabilities = new Capabilities
        {
            Service = profile.Host.Service,
            Version = HostIdentity.Version,
            Idempotency = true,
            Operations = true,
            Providers = [work.Provider],
            Limits = new Dictionary<string, int>
            {
                ["max_concurrent"] = options.Value.MaxConcurrent,
                ["max_queued"] = options.Value.MaxQueued,
                ["max_body_bytes"] = (int)ServiceProfile.MaxBodyBytes,
                ["answers_kept_seconds"] = (int)options.Value.KeepFor.TotalSeconds,
            },
        };
        return TypedResults.Json(capabilities, WireJson.Wire.Capabilities);
    }
}
