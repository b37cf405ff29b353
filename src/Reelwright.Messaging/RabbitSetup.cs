using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Running;
using Reelwright.Engine.Signals;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging;

/// <summary>Registers the signals through RabbitMQ. <see cref="RabbitOptions"/> must be bound.</summary>
public static class RabbitSetup
{
    /// <summary>
    /// Call it before the engine's hosted services are registered. Hosted services stop in reverse order, so a stopping node
    /// is still connected when it signals the jobs that it releases.
    /// </summary>
    public static IServiceCollection AddRabbitSignals(this IServiceCollection services)
    {
        services.AddSingleton<SignalSendBuffer>();
        services.AddSingleton<IClusterSignals, RabbitSignals>();
        services.AddHostedService(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var dispatcher = provider.GetRequiredService<JobDispatcher>();
            var node = new ThisNode(
                Guid.CreateVersion7(time.GetUtcNow()), provider.GetRequiredService<JobSignals>(), () => dispatcher.Room);
            return new RabbitLink(
                provider.GetRequiredService<IOptions<RabbitOptions>>(),
                node,
                provider.GetRequiredService<SignalSendBuffer>(),
                time,
                provider.GetRequiredService<ILogger<RabbitLink>>());
        });
        return services;
    }
}
