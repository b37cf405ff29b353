using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Exchange;
using Reelwright.Hosting.Configuration;
using Reelwright.Orchestrator.Limits;
using Reelwright.Orchestrator.Services.Composition;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.ImageGeneration;
using Reelwright.Orchestrator.Services.PromptParser;
using Reelwright.Orchestrator.Services.VideoGeneration;

namespace Reelwright.Orchestrator.Services;

/// <summary>Registers the gateway to the four microservices.</summary>
internal static class ServiceClientsRegistration
{
    public static IServiceCollection AddServiceClients(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => ServiceTransport.OverSockets(provider.GetRequiredService<TimeProvider>()));
        services.AddServiceClient<PromptParserOptions, PromptParserContract>("PromptParser");
        services.AddServiceClient<ImageGenerationOptions, ImageGenerationContract>("ImageGeneration");
        services.AddServiceClient<VideoGenerationOptions, VideoGenerationContract>("VideoGeneration");
        services.AddServiceClient<CompositionOptions, CompositionContract>("Composition");
        services.AddSingleton<ResponseMediaCopier>();
        services.AddSingleton<HttpServiceGateway>();
        services.AddHostedService<ConfiguredLimits>();
        services.AddSingleton<ServiceGateway>(provider => provider.GetRequiredService<HttpServiceGateway>());
        return services;
    }

    private static void AddServiceClient<TOptions, TContract>(this IServiceCollection services, string name)
        where TOptions : ServiceClientOptions
        where TContract : ServiceContract, new()
    {
        services.AddValidatedOptions<TOptions>($"Services:{name}");
        services.AddSingleton(provider => new ServiceClient(
            new TContract(),
            provider.GetRequiredService<IOptions<TOptions>>().Value,
            provider.GetRequiredService<IOptions<ServiceAccessOptions>>().Value.Token,
            provider.GetRequiredService<ServiceTransport>(),
            provider.GetRequiredService<ILoggerFactory>()));
    }
}
