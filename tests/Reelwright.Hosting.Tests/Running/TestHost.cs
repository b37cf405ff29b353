using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Hosting.Tests.Running;

/// <summary>A real host on a free port of this machine, with its data in a folder of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private TestHost(
        TemporaryFolder folder, Dictionary<string, string?> settings, Action<WebApplicationBuilder>? build, Action<WebApplication> map)
    {
        this.folder = folder;
        var all = new Dictionary<string, string?>
        {
            ["DATA_DIR"] = folder.Path,
            ["Reelwright:Test:Listen"] = "http://127.0.0.1:0",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var builder = ReelwrightHost.CreateBuilder(Identity, all);
        builder.Logging.ClearProviders();
        build?.Invoke(builder);
        app = builder.Build();
        app.UseReelwrightDefaults();
        map(app);
    }

    public static HostIdentity Identity { get; } = new()
    {
        Service = "test-host",
        Section = "Test",
        DefaultPort = 8999,
        MaxBodyBytes = 64 * 1024,
        IsMicroservice = true,
    };

    public HttpClient Client { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static async Task<TestHost> StartAsync(
        Action<WebApplication> map, Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? build = null)
    {
        var folder = new TemporaryFolder();
        TestHost host;
        try
        {
            host = new TestHost(folder, settings ?? [], build, map);
            await host.app.StartAsync();
        }
        catch
        {
            folder.Dispose();
            throw;
        }

        var addresses = host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        host.Address = new Uri(addresses.Addresses.Single());
        host.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        return host;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
