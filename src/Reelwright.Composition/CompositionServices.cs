using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Composition.Films;
using Reelwright.Composition.Providers.Local;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Media.Film;
using Reelwright.Services;
using Reelwright.Services.Work;

namespace Reelwright.Composition;

/// <summary>Registers the services that make a film of clips, texts and sound.</summary>
public static class CompositionServices
{
    public static IServiceCollection AddComposition(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<CompositionOptions>(CompositionHost.Profile.Host.Section);
        services.AddFilm(configuration);
        services.AddSingleton<ClipSources>();
        services.AddSingleton<LogoAndMusic>();
        services.AddSingleton<FilmInputLoader>();
        services.AddSingleton<FilmPublisher>();
        return services.AddServiceCall<ComposeRequest, ComposeResult, LocalFilmProvider>(new WorkContract<ComposeRequest, ComposeResult>(
            WireJson.Wire.ComposeRequest, WireJson.Wire.EnvelopeComposeResult, CompositionRules.Check));
    }
}
