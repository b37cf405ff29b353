using System.Text;
using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Processes;
using Reelwright.Testing.Time;

namespace Reelwright.Testing.Fakes;

/// <summary>
/// The four fake services in a process of their own, with a book that outlives whatever a test does to the system under test.
/// </summary>
public sealed class FakeServices : IAsyncDisposable
{
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(30);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly string folder = Directory.CreateTempSubdirectory("reelwright-fakes-").FullName;
    private ChildProcess process = null!;
    private int[] ports = [0, 0, 0, 0];

    private FakeServices()
    {
    }

    public string BookFile => Path.Combine(folder, "book.jsonl");

    /// <summary>Where a system under test finds them: <c>PROMPT_PARSER_URL</c> and so on.</summary>
    public IReadOnlyDictionary<string, string?> Environment => ServiceNames.All.ToDictionary(VariableOf, string? (service) => Url(service).ToString());

    /// <summary>The variable by which a system under test knows a service.</summary>
    public static string VariableOf(string service) => service switch
    {
        ServiceNames.PromptParser => "PROMPT_PARSER_URL",
        ServiceNames.ImageGeneration => "IMAGE_GEN_URL",
        ServiceNames.VideoGeneration => "VIDEO_GEN_URL",
        _ => "COMPOSITION_URL",
    };

    public static async Task<FakeServices> StartAsync(FakeSettings settings, CancellationToken cancellationToken)
    {
        var services = new FakeServices();
        await services.RunAsync(settings, cancellationToken);
        return services;
    }

    public Uri Url(string service) => new($"http://127.0.0.1:{ports[Array.IndexOf([.. ServiceNames.All], service)]}");

    /// <summary>Behave like this from now on.</summary>
    public async Task ConfigureAsync(FakeSettings settings, CancellationToken cancellationToken) =>
        await PostAsync("/config", JsonSerializer.Serialize(settings, FakeJson.Lines.FakeSettings), cancellationToken);

    /// <summary>Forgets all work and begins an empty book.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) => PostAsync("/reset", string.Empty, cancellationToken);

    /// <summary>The book as it is on disk; the process need not live.</summary>
    public async Task<Book> ReadBookAsync(CancellationToken cancellationToken) => Book.Parse(await LineFile.ReadAsync(BookFile, cancellationToken));

    public async Task<FakeStatistics> StatisticsAsync(string service, CancellationToken cancellationToken)
    {
        var json = await http.GetStringAsync(new Uri(Url(ServiceNames.PromptParser), "/stats"), cancellationToken);
        return JsonSerializer.Deserialize(json, FakeJson.Lines.DictionaryStringFakeStatistics)![service];
    }

    /// <summary>Kills all four at once; what they keep under keys is in the book.</summary>
    public async Task KillAsync(CancellationToken cancellationToken) => await process.KillAsync(cancellationToken);

    /// <summary>Starts them again on the same ports.</summary>
    public Task StartAgainAsync(FakeSettings settings, CancellationToken cancellationToken) => RunAsync(settings, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(FakeSettings settings, CancellationToken cancellationToken)
    {
        var config = Path.Combine(folder, "config.json");
        await File.WriteAllTextAsync(config, JsonSerializer.Serialize(settings, FakeJson.Lines.FakeSettings), cancellationToken);
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        process = ChildProcess.Start("Reelwright.Testing.dll", ["fakes", "--ports", string.Join(',', ports), "--book", BookFile, "--config", config, "--with-stdin"]);
        await Eventually.Within(StartBound, () => process.HasExited || Listening is not null, cancellationToken);
        ports = Listening is { } line
            ? [.. line["listening ".Length..].Split(',').Select(int.Parse)]
            : throw new InvalidOperationException("The fake services did not start: " + string.Join('\n', process.Output));
    }

    private string? Listening => process.Output.FirstOrDefault(line => line.StartsWith("listening ", StringComparison.Ordinal));

    private async Task PostAsync(string path, string body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(Url(ServiceNames.PromptParser), path), content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
