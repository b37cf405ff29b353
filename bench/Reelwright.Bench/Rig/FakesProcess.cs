using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Reelwright.Bench.Fakes;

namespace Reelwright.Bench.Rig;

/// <summary>The four fake services, in a process of their own so that their processor time is theirs.</summary>
internal sealed class FakesProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private FakesProcess(Process process, IReadOnlyList<int> ports)
    {
        this.process = process;
        Ports = ports;
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports[0]}") };
    }

    /// <summary>In the order of <see cref="FakeStage"/>.</summary>
    public IReadOnlyList<int> Ports { get; }

    public int Id => process.Id;

    public static async Task<FakesProcess> StartAsync(CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [FakesProgram.Verb]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The fake services did not start.");
        return new FakesProcess(process, [.. line.Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture))]);
    }

    /// <summary>An empty book and these settings.</summary>
    public Task BeginAsync(FakeSettings settings, CancellationToken cancellationToken) => PostAsync("begin", JsonContent.Create(settings, FakeJson.Default.FakeSettings), cancellationToken);

    /// <summary>These settings for what is asked from now on, in the same book.</summary>
    public Task ChangeAsync(FakeSettings settings, CancellationToken cancellationToken) => PostAsync("change", JsonContent.Create(settings, FakeJson.Default.FakeSettings), cancellationToken);

    /// <summary>See <see cref="Book.Mark"/>.</summary>
    public Task MarkAsync(CancellationToken cancellationToken) => PostAsync("mark", null, cancellationToken);

    public Task<FakeProgress> ProgressAsync(CancellationToken cancellationToken) => GetAsync("progress", FakeJson.Default.FakeProgress, cancellationToken);

    public Task<FakeReport> ReportAsync(CancellationToken cancellationToken) => GetAsync("report", FakeJson.Default.FakeReport, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task PostAsync(string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) => (await http.GetFromJsonAsync(path, type, cancellationToken))!;
}
