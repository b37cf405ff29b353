using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Web.Rejections;
using ListenOptions = Reelwright.Hosting.Configuration.ListenOptions;

namespace Reelwright.Hosting.Web;

/// <summary>Kestrel's address and limits.</summary>
internal static class KestrelSetup
{
    /// <summary>All headers of a request together.</summary>
    public const int MaxHeaderBytes = 16 * 1024;

    private const int MaxConnections = 10_000;

    public static void AddReelwrightKestrel(this IWebHostBuilder web, HostIdentity identity, ConfigurationManager configuration)
    {
        var setting = $"Reelwright:{identity.Section}:Listen";
        var listen = configuration[setting] ?? $"http://127.0.0.1:{identity.DefaultPort}";

        web.ConfigureServices(services =>
        {
            services.AddValidatedOptions<ListenOptions>(identity.Section)
                .PostConfigure(options => options.Listen = listen);
            services.AddSingleton<IValidateOptions<ListenOptions>, ListenRules>();
        });
        web.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = identity.MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

            // The options' own check reports an unreadable address together with all other wrong settings.
            if (ListenOptions.TryRead(listen, out var endpoint))
            {
                kestrel.Listen(endpoint, RejectionProblems.Use);
            }
        });
    }
}
