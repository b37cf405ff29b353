using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Reelwright.Hosting.Configuration;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Health;
using Reelwright.Orchestrator.Input;
using Reelwright.Orchestrator.OpenApi;

namespace Reelwright.Orchestrator.Access;

/// <summary>Access to the API: callers, origins and rate limits.</summary>
internal static class AccessSetup
{
    public const string BasePath = "/api/v1";

    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddValidatedOptions<RateLimitOptions>(RateLimitOptions.Section);
        services.AddSingleton<CallerLimits>();
        services.AddValidatedOptions<CorsOriginsOptions>(CorsOriginsOptions.Section);
        services.AddSingleton<IValidateOptions<CorsOriginsOptions>, CorsOriginsRules>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CorsOriginsOptions>>(
            (cors, origins) => cors.AddDefaultPolicy(policy => Allow(policy, origins.Value.All())));
        return services;
    }

    /// <summary>The group of all API calls: each is counted for its caller, and answers 503 while the database is down.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(BasePath).WithCatalogue();
        api.AddEndpointFilter(CountAsync);
        api.AddEndpointFilter<DatabaseUnavailableFilter>();
        return api;
    }

    private static ValueTask<object?> CountAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var limits = call.HttpContext.RequestServices.GetRequiredService<CallerLimits>();
        return limits.TakeCall(Caller.Of(call.HttpContext)) is { } wait
            ? ValueTask.FromResult<object?>(Refusal.TooMany($"The limit of calls per minute is reached. Try again in {wait.TotalSeconds:0} s.", wait))
            : next(call);
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins)
    {
        if (origins.Contains(CorsOriginsOptions.Anyone))
        {
            policy.AllowAnyOrigin();
        }
        else
        {
            policy.WithOrigins([.. origins]);
        }

        policy
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
            .WithHeaders(HeaderNames.ContentType, HeaderNames.Authorization, IdempotencyKey.Header, "Last-Event-ID")
            .WithExposedHeaders(HeaderNames.Location, HeaderNames.RetryAfter, IdempotencyKey.ReplayedHeader)
            .SetPreflightMaxAge(PreflightLifetime);
    }
}
