using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;
using Reelwright.Hosting;
using Reelwright.Orchestrator.Production;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Orchestrator.Tests;

/// <summary>The API on a real port over a real database. Nothing works on the jobs; a test does that itself, through the store.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string? ownFolder;
    private readonly FaultLog faults;

    private ApiHost(WebApplication app, string? ownFolder, FaultLog faults)
    {
        this.app = app;
        this.ownFolder = ownFolder;
        this.faults = faults;
        
        // Lets a test send what no decent client would.
        Client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>What was logged as an error so far.</summary>
    public IReadOnlyCollection<string> Faults => faults.Faults;

    public IServiceProvider Services => app.Services;

    public SqliteJobStore Store => app.Services.GetRequiredService<SqliteJobStore>();

    public JobSignals Signals => app.Services.GetRequiredService<JobSignals>();

    public PricedGateway Gateway => (PricedGateway)app.Services.GetRequiredService<ServiceGateway>();

    /// <summary>Limits are off unless a setting turns them on.</summary>
    public static async Task<ApiHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, string? data = null)
    {
        var ownFolder = data is null ? Directory.CreateTempSubdirectory("reelwright-api-").FullName : null;
        var folder = data ?? ownFolder!;
        var builder = ReelwrightHost.CreateBuilder(
            OrchestratorHost.Identity,
            new Dictionary<string, string?>
            {
                ["Reelwright:Orchestrator:Listen"] = "http://127.0.0.1:0",
                ["Reelwright:Data:Folder"] = folder,
                ["Reelwright:RateLimit:Enabled"] = "false",
            }.Concat(settings ?? new Dictionary<string, string?>()).GroupBy(pair => pair.Key).Select(group => group.Last()));
        var faults = new FaultLog();
        builder.Logging.ClearProviders().AddProvider(faults);
        builder.Services
            .AddSingleton(provider => SqliteJobStore.Open(Path.Combine(folder, "reelwright.db"), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IJobStore>(provider => provider.GetRequiredService<SqliteJobStore>())
            .AddSingleton<IJobReader>(provider => provider.GetRequiredService<SqliteJobStore>())
            .AddSingleton<JobSignals>()
            .AddSingleton<IClusterSignals, LocalSignals>()
            .AddSingleton(provider => AdPipeline.Create(provider.GetRequiredService<MediaReferences>()))
            .AddSingleton<ServiceGateway, PricedGateway>()
            .AddApi();
        services?.Invoke(builder.Services);

        var app = builder.Build();
        try
        {
            app.UseReelwrightDefaults();
            app.MapCalls();
            await app.StartAsync();
            return new ApiHost(app, ownFolder, faults);
        }
        catch
        {
            await app.DisposeAsync();
            DeleteOwn(ownFolder);
            throw;
        }
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    public async Task<JsonElement> GetJsonAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path);

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        DeleteOwn(ownFolder);
    }

    private static void DeleteOwn(string? folder)
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
