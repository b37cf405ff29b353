using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Services;
using Reelwright.Testing.Fakes;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>The real gateway to the fake services, in real time.</summary>
internal sealed class GatewayTo : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    public GatewayTo(FakeServices fakes)
    {
        provider = ScriptedService.Build(
            fakes.Url(ServiceNames.PromptParser),
            [
                ("Services:ImageGeneration:Url", fakes.Url(ServiceNames.ImageGeneration).ToString()),
                ("Services:VideoGeneration:Url", fakes.Url(ServiceNames.VideoGeneration).ToString()),
                ("Services:Composition:Url", fakes.Url(ServiceNames.Composition).ToString()),
            ],
            TimeProvider.System,
            NullLoggerProvider.Instance);
        Gateway = provider.GetRequiredService<HttpServiceGateway>();
    }

    public HttpServiceGateway Gateway { get; }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
