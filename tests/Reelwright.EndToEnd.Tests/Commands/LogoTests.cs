using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Commands;

/// <summary><c>generate --logo FILE</c> against a server on the same data folder, and on another.</summary>
public sealed class LogoTests : IAsyncLifetime
{
    private const string Prompt = "An ad for a lamp that follows the sun";

    /// <summary>One transparent pixel.</summary>
    private static readonly byte[] Picture =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private readonly TemporaryFolder folder = new();
    private FakeServices services = null!;

    public async ValueTask InitializeAsync()
    {
        services = await FakeServices.StartAsync(new FakeSettings(), CancellationToken.None);
        await File.WriteAllBytesAsync(folder["logo.png"], Picture);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Composition_gets_a_url_under_which_the_server_serves_the_file()
    {
        await using var server = CommandRun.Start(folder.Path, services.Environment, "serve", "--port", "0", "--data", "kept");
        await Eventually.Within(TimeSpan.FromMinutes(1), () => File.Exists(folder["kept/server.json"]), CancellationToken.None);

        var made = await RunAsync("generate", Prompt, "--data", "kept", "--logo", "logo.png");

        made.ExitCode.ShouldBe(0, made.Errors);
        var book = await services.ReadBookAsync(CancellationToken.None);
        var film = book.Bought.Single(entry => entry.Service == ServiceNames.Composition);
        using var request = JsonDocument.Parse(film.Request!);
        var url = request.RootElement.GetProperty("brand_guidelines").GetProperty("logo_url").GetString()!;
        using var http = new HttpClient();
        (await http.GetByteArrayAsync(new Uri(url))).ShouldBe(Picture);
    }

    [Fact]
    public async Task A_server_on_another_data_folder_is_refused_before_a_job_is_made()
    {
        await using var server = CommandRun.Start(folder.Path, services.Environment, "serve", "--port", "0", "--data", "kept");
        await Eventually.Within(TimeSpan.FromMinutes(1), () => File.Exists(folder["kept/server.json"]), CancellationToken.None);
        using var running = JsonDocument.Parse(await File.ReadAllTextAsync(folder["kept/server.json"]));
        var url = running.RootElement.GetProperty("url").GetString()!;

        var refused = await RunAsync("generate", Prompt, "--server", url, "--data", "other", "--logo", "logo.png");
        var made = await RunAsync("generate", Prompt, "--server", url, "--data", "kept", "--logo", "logo.png");

        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain($"--logo: {folder["logo.png"]} is a file of this machine, which the server at {url}");
        refused.Errors.ShouldContain($"it does not work on the data folder {folder["other"]}");
        refused.Errors.ShouldContain("https URL");
        Directory.Exists(folder["other"]).ShouldBeFalse();
        made.ExitCode.ShouldBe(0, made.Errors);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandRun.ToEndAsync(folder.Path, services.Environment, arguments);
}
