using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Store;
using Reelwright.Services.Providers;

namespace Reelwright.Testing.Crashes;

/// <summary>
/// Waits until a host of this process is about to be built, by the event that tools for hosts rely on, and puts the crash point around its
/// parts.
/// </summary>
internal sealed class HostWatch(CrashPoint point) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder host })
        {
            host.ConfigureServices((_, services) =>
            {
                Surround<IJobStore>(services, store => CrashingStore.Around(store, point));
                Surround<ServiceGateway>(services, gateway => new CrashingGateway(gateway, point));
                Surround<IProvider<VideoRequest, VideoResult>>(services, provider => new CrashingProvider<VideoRequest, VideoResult>(provider, point));
                Surround<IProvider<ComposeRequest, ComposeResult>>(services, provider => new CrashingProvider<ComposeRequest, ComposeResult>(provider, point));
            });
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static void Surround<T>(IServiceCollection services, Func<T, T> surround)
        where T : class
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(T)) is { } original)
        {
            services.AddSingleton(provider => surround((T)(original.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, original.ImplementationType!))));
        }
    }
}
