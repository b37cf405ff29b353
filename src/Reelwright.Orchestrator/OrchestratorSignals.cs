using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Engine.Signals;
using Reelwright.Hosting.Configuration;
using Reelwright.Messaging;

namespace Reelwright.Orchestrator;

/// <summary>
/// How nodes tell each other the news: through RabbitMQ when <c>RABBITMQ_URL</c> is set, else by looking into the database.
/// </summary>
internal static class OrchestratorSignals
{
    public static IServiceCollection AddSignals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobSignals>();
        services.AddValidatedOptions<RabbitOptions>("RabbitMq");
        return string.IsNullOrWhiteSpace(configuration["Reelwright:RabbitMq:Url"])
            ? services.AddSingleton<IClusterSignals, LocalSignals>()
            : services.AddRabbitSignals();
    }
}
