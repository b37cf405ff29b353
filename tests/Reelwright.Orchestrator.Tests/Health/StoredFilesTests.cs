using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Reelwright.Orchestrator.Tests.Health;

public sealed class StoredFilesTests : IDisposable
{
    private const string Ads = "/api/v1/generate-ad";
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    private readonly string root = Directory.CreateTempSubdirectory("reelwright-files-").FullName;

    private string Data => Path.Combine(root, "data");

    public void Dispose() => Directory.Delete(root, recursive: true);

    public static TheoryData<string, string, string> Losses => new()
    {
        { "data folder", "", "deleted" },
        { "data folder", "", "replaced" },
        { "database", "reelwright.db", "deleted" },
        { "database", "reelwright.db", "replaced" },
        { "media folder", "media", "deleted" },
        { "media folder", "media", "replaced" },
        { "media signing key", "media-signing.key", "deleted" },
        { "media signing key", "media-signing.key", "replaced" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_is_deleted_or_replaced_under_a_running_server_makes_it_unhealthy_and_nothing_is_accepted(string name, string file, string how)
    {
        await using var api = await ApiHost.StartAsync(data: Data);
        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var path = Path.TrimEndingDirectorySeparator(Path.Combine(Data, file));

        Lose(path, how);

        var problem = await (await api.PostJsonAsync(Ads, Body)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        problem.GetProperty("detail").GetString()!.ShouldStartWith($"The {name} {path} was {how} while the server runs");
        problem.GetProperty("detail").GetString()!.ShouldContain("start the server again");
        var health = await api.Client.GetAsync("/health");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!.ShouldContain($"{path} was {how}");
        var ready = await api.Client.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain($"{path} was {how}");
        (await api.Client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_that_are_written_and_put_beside_them_are_no_loss()
    {
        await using var api = await ApiHost.StartAsync(data: Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "media", "film.mp4"), "film");
        File.SetLastWriteTimeUtc(Path.Combine(Data, "reelwright.db"), DateTime.UnixEpoch);
        await File.WriteAllTextAsync(Path.Combine(Data, "note.txt"), "note");

        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static void Lose(string path, string how)
    {
        if (how == "replaced")
        {
            // Kept beside it, so that its inode is not given to the copy.
            var kept = path + "-kept";
            Directory.Move(path, kept);
            if (Directory.Exists(kept))
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                File.Copy(kept, path);
            }
        }
        else if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
