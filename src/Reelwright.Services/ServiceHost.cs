using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Hosting;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Media;
using Reelwright.Services.Access;
using Reelwright.Services.Description;
using Reelwright.Services.Operations;
using Reelwright.Services.Providers;
using Reelwright.Services.Sources;
using Reelwright.Services.Work;

namespace Reelwright.Services;

/// <summary>The host of a microservice. Each of the four adds only its contract and its provider.</summary>
public static class ServiceHost
{
    public static WebApplicationBuilder CreateBuilder(ServiceProfile profile, IEnumerable<KeyValuePair<string, string?>>? settings)
    {
        var builder = ReelwrightHost.CreateBuilder(profile.Host, settings);
        var services = builder.Services;
        services.AddSingleton(profile);
        services.AddValidatedOptions<PricingOptions>("Pricing");
        services.AddOptions<OperationOptions>().Configure(options => options.MaxConcurrent = profile.DefaultConcurrency);
        services.AddValidatedOptions<OperationOptions>(profile.Host.Section);
        services.AddSingleton(provider => new OperationStore(InData(provider, $"{profile.Host.Service}.db"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new WorkFolders(
            InData(provider, Path.Combine("work", profile.Host.Service)), provider.GetRequiredService<OperationStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RequestFingerprint>();
        services.AddSingleton<SourceFiles>();
        services.AddSingleton<OperationExecution>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<CallReader>();
        services.AddSingleton<CallEndpoint>();
        services.AddHostedService<OperationRecoveryService>();
        return builder;
    }

    /// <summary>Registers the service's call: its wire types, its rules, and the provider that does it.</summary>
    public static IServiceCollection AddServiceCall<TRequest, TResult, TProvider>(this IServiceCollection services, WorkContract<TRequest, TResult> contract)
        where TRequest : class
        where TProvider : class, IProvider<TRequest, TResult>
    {
        services.AddSingleton<IProvider<TRequest, TResult>, TProvider>();
        return services.AddSingleton<ServiceWork>(provider => new ProviderWork<TRequest, TResult>(
            contract,
            provider.GetRequiredService<IProvider<TRequest, TResult>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ServiceWork>>()));
    }

    /// <summary>The routes that every service has, its own call among them.</summary>
    public static WebApplication MapService(this WebApplication app)
    {
        app.UseReelwrightDefaults();
        app.UseMiddleware<ServiceTokenMiddleware>();
        var profile = app.Services.GetRequiredService<ServiceProfile>();
        app.MapPost(profile.Route, (HttpContext context, CallEndpoint endpoint) => endpoint.HandleAsync(context)).WithName("Call");
        app.MapOperations();
        app.MapDescription();
        app.MapMediaFiles();
        return app;
    }

    private static string InData(IServiceProvider provider, string name) => provider.GetRequiredService<IOptions<DataOptions>>().Value.PathOf(name);
}
