using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reelwright.MediaFiles;
using Reelwright.Testing.Disks;

namespace Reelwright.Orchestrator.Tests.Health;

public sealed class FullDiskTests
{
    private const string Ads = "/api/v1/generate-ad";
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    [Fact]
    public async Task A_full_disk_is_named_by_health_and_by_every_refusal_and_forgotten_once_there_is_room()
    {
        await using var disk = await SmallDisk.TryMountAsync(kilobytes: 4096);
        Assert.SkipWhen(disk is null, SmallDisk.Needed);
        await using var api = await ApiHost.StartAsync(data: disk.Path);
        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.Client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        disk.Fill(leaveKilobytes: 0);
        var ready = await api.Client.GetAsync("/health/ready");
        var refused = await api.PostJsonAsync(Ads, Body);
        var health = await api.Client.GetAsync("/health");
        disk.Free();

        var checks = (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        checks.EnumerateArray().Select(check => check.GetProperty("status").GetString()).ShouldBe(["failing", "failing"]);
        checks[0].GetProperty("problem").GetString().ShouldBe($"There is no room left in {disk.Path}: 0.0 MB of 4.2 MB are free.");
        checks[1].GetProperty("cure").GetString()!.ShouldContain("point DATA_DIR to a larger disk");
        var detail = (await refused.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE")).GetProperty("detail").GetString()!;
        detail.ShouldContain($"no room left in {disk.Path}");
        detail.ShouldContain("Free some space");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!.ShouldContain("no room left");
        (await api.Client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_media_folder_that_is_read_only_ends_the_start_with_its_name_and_the_cure()
    {
        await using var disk = await SmallDisk.TryMountAsync(kilobytes: 64, readOnly: true);
        Assert.SkipWhen(disk is null, SmallDisk.Needed);

        var refusal = await Should.ThrowAsync<MediaSetupException>(
            ApiHost.StartAsync(new Dictionary<string, string?> { ["Reelwright:Media:Folder"] = disk.Path }));

        refusal.Message.ShouldStartWith($"The media folder {disk.Path} can't be created or written (Read-only file system");
        refusal.Message.ShouldContain("MEDIA_FOLDER");
    }
}
