using System.Text.Json;
using Reelwright.Testing.Disks;

namespace Reelwright.Services.Tests.Pipeline;

public sealed class FullDiskFilmTests
{
    [Fact]
    public async Task A_film_that_does_not_fit_fails_in_words_and_is_made_when_there_is_room_again()
    {
        await using var disk = await SmallDisk.TryMountAsync(kilobytes: 8192);
        Assert.SkipWhen(disk is null, SmallDisk.Needed);
        await using var services = new FourServices { Data = disk.Path };
        await services.InitializeAsync();
        var clip = await services.VideoAsync("""{"scene_prompt":"a watch","duration":1,"aspect_ratio":"1:1"}""");
        var url = clip.GetProperty("result").GetProperty("video_url").GetString();
        var request = $$"""{"scenes":[{"video_url":"{{url}}","start_time":0,"end_time":1}],"aspect_ratio":"1:1"}""";

        disk.Fill(leaveKilobytes: 64);
        var full = await services.ComposeAsync(request);
        disk.Free();
        var made = await services.ComposeAsync(request);

        var error = full.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("STORAGE_FULL", full.GetRawText());
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        error.GetProperty("message").GetString()!.ShouldContain("free some disk space");
        made.GetProperty("success").GetBoolean().ShouldBeTrue(made.GetRawText());
        made.GetProperty("result").GetProperty("video_url").ValueKind.ShouldBe(JsonValueKind.String);
    }
}
