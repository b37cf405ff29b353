using Microsoft.Extensions.DependencyInjection;

namespace Reelwright.Orchestrator.Health;

/// <summary>Registers what the health calls need.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<ServiceStates>()
        .AddSingleton<DatabaseReadiness>()
        .AddSingleton(provider => new ReadinessCheck("database", provider.GetRequiredService<DatabaseReadiness>().RunAsync))
        .AddSingleton<DiskReadiness>()
        .AddSingleton(provider => new ReadinessCheck("disk", provider.GetRequiredService<DiskReadiness>().RunAsync))
        .AddSingleton<ReadinessProbe>();
}
