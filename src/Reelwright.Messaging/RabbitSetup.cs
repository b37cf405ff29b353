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
    /// Call it before the engine's own hosted services are registered: those that are registered later stop earlier, and the jobs that a stopping node
    /// hands over ring the others while it is still connected.
    /// </summary>
    public static IServiceCollection AddRabbitSignals(this IServiceCollection services)
    {
        services.AddSingleton<SignalSendBuffer>();
        services.AddSingleton<IClusterSignals, RabbitSignals>();
        services.AddHostedService(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            var dispatcher = provider.GetRequiredService<JobDispatcher>();
            var node = new ThisNode(Guid.CreateVersion7(time.GetUtcNow()), provider.GetRequiredService<JobSignals>(), () => dispatcher.Room);
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
