using System.Globalization;
using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Wire;

namespace Reelwright.Testing.Fakes;

/// <summary>
/// The process of the four fake services: <c>fakes --ports 0,0,0,0 --book FILE [--config FILE] [--with-stdin]</c>. It says on its first
/// line where it listens. On each port it also answers <c>POST /config</c>, <c>GET /book</c>, <c>POST /reset</c> and <c>GET /stats</c>.
/// </summary>
internal sealed class FakesProcess : IAsyncDisposable
{
    private readonly BookWriter book;
    private readonly List<FakeServer> servers = [];
    private FakeSettings settings;

    private FakesProcess(string bookFile, FakeSettings settings)
    {
        this.settings = settings;
        book = new BookWriter(bookFile);
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        var ports = Option(arguments, "--ports")?.Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture)).ToArray() ?? [7101, 7102, 7103, 7104];
        if (ports.Length != ServiceNames.All.Count || Option(arguments, "--book") is not { } bookFile)
        {
            await Console.Error.WriteLineAsync("Usage: fakes --ports A,B,C,D --book FILE [--config FILE] [--with-stdin]");
            return 2;
        }

        var settings = Option(arguments, "--config") is { } file ? Read(await File.ReadAllTextAsync(file)) : new FakeSettings();
        await using var process = new FakesProcess(bookFile, settings);
        foreach (var (service, port) in ServiceNames.All.Zip(ports))
        {
            process.servers.Add(new FakeServer(service, port, () => process.settings, process.book, process.ControlAsync));
        }

        Console.WriteLine("listening " + string.Join(',', process.servers.Select(server => server.Port)));
        if (arguments.Contains("--with-stdin"))
        {
            // Whoever started us holds the other end: when it dies, so do we.
            await Console.In.ReadToEndAsync();
        }
        else
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        }

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        book.Dispose();
    }

    private async Task<bool> ControlAsync(RawRequest request, RawConnection connection, CancellationToken cancellationToken)
    {
        switch (request.Path)
        {
            case "/config" when request.Method == "POST":
                settings = Read(request.Text);
                break;
            case "/config":
                await connection.AnswerAsync(200, JsonSerializer.Serialize(settings, FakeJson.Lines.FakeSettings), cancellationToken);
                return true;
            case "/book":
                await connection.AnswerAsync(200, book.ReadAll(), cancellationToken);
                return true;
            case "/reset" when request.Method == "POST":
                book.Clear();
                servers.ForEach(server => server.Reset());
                break;
            case "/stats":
                var statistics = servers.ToDictionary(server => server.Service, server => server.Statistics);
                await connection.AnswerAsync(200, JsonSerializer.Serialize(statistics, FakeJson.Lines.DictionaryStringFakeStatistics), cancellationToken);
                return true;
            default:
                return false;
        }

        await connection.AnswerAsync(200, "{}", cancellationToken);
        return true;
    }

    private static FakeSettings Read(string json) => JsonSerializer.Deserialize(json, FakeJson.Lines.FakeSettings)!;

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at && at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
}
