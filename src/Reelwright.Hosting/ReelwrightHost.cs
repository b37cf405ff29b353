using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Logs;
using Reelwright.Hosting.Media;
using Reelwright.Hosting.Outbound;
using Reelwright.Hosting.Problems;
using Reelwright.Hosting.Web;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting;

/// <summary>The common setup of every HTTP host, whether it runs alone or beside others in one process.</summary>
public static class ReelwrightHost
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A builder with configuration (environment and short names; <paramref name="settings"/> override both), logs, Kestrel,
    /// options, media store and outbound guard.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(HostIdentity identity, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = identity.Service,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.AddReelwrightDefaults(identity);
        return builder;
    }

    public static WebApplicationBuilder AddReelwrightDefaults(this WebApplicationBuilder builder, HostIdentity identity)
    {
        KnownNames.Apply(builder.Configuration);
        builder.Logging.AddReelwrightLogs(builder.Configuration);
        builder.WebHost.AddReelwrightKestrel(identity, builder.Configuration);

        var services = builder.Services;
        services.AddSingleton(identity);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IHostLifetime, CommandedLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddRouting();
        services.AddValidatedOptions<DataOptions>("Data");
        services.AddValidatedOptions<ServiceAccessOptions>("ServiceAccess");
        services.AddValidatedOptions<ServiceAddresses>("Services");
        services.AddValidatedOptions<MediaFilesOptions>("Media").PostConfigure<IOptions<DataOptions>>(PlaceMedia);
        services.AddMediaFiles();
        services.AddOutboundGuard();
        services.AddMissingMedia();
        services.AddHostedService<MediaUpkeep>();
        return builder;
    }

    /// <summary>
    /// Adds the middleware that every host runs before its own: request log, security headers, problems, HEAD; and routing.
    /// </summary>
    public static WebApplication UseReelwrightDefaults(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<HostNames>();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        return app;
    }

    private static void PlaceMedia(MediaFilesOptions media, IOptions<DataOptions> data)
    {
        media.Folder = media.Folder is { Length: > 0 } folder ? folder : data.Value.PathOf("media");
        media.SigningKeyFile = media.SigningKeyFile is { Length: > 0 } file ? file : data.Value.PathOf("media-signing.key");
    }
}
