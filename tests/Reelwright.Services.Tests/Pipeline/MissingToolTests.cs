using System.Text.Json;
using Reelwright.Services.Tests.Running;

namespace Reelwright.Services.Tests.Pipeline;

/// <summary>A machine on which no film can be made: said at the first attempt, for good, with the cure.</summary>
public sealed class MissingToolTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_ffmpeg_fails_a_film_for_good_and_names_the_cure_once()
    {
        var error = await ComposeAsync("/nowhere/ffmpeg");

        error.GetProperty("code").GetString().ShouldBe("TOOLS_MISSING");
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        var message = error.GetProperty("message").GetString()!;
        message.ShouldStartWith("This machine lacks a part that composition needs. Install ffmpeg (Debian, Ubuntu: apt-get install ffmpeg;");
        message.ShouldEndWith("Then retry. What is missing: There is no ffmpeg at the configured path '/nowhere/ffmpeg'.");
    }

    [Fact]
    public async Task An_ffmpeg_without_a_filter_fails_a_film_for_good_and_names_the_filter()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for ffmpeg is a shell script.");
        var ffmpeg = folder.At("ffmpeg");
        const string Encoders = """
             V..... libx264 H.264
             A..... aac     AAC
            """;
        const string Filters = """
             ..C ebur128  A->N  loudness
             ..C alimiter A->A  limiter
            """;
        await File.WriteAllTextAsync(
            ffmpeg,
            $"""
            #!/bin/sh
            case "$*" in
              *-version*) echo "ffmpeg version 7.0" ;;
              *-encoders*) printf '{Encoders}\n' ;;
              *-filters*) printf '{Filters}\n' ;;
              *) echo "No such filter: 'ass'" >&2; exit 8 ;;
            esac
            """,
            Stop);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ffmpeg, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var error = await ComposeAsync(ffmpeg);

        error.GetProperty("code").GetString().ShouldBe("TOOLS_MISSING", error.GetRawText());
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        error.GetProperty("message").GetString()!.ShouldEndWith(
            "Install a full build of ffmpeg (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg). Then retry. "
            + "What is missing: filter ass: this ffmpeg was built without it: no text can be drawn.");
    }

    private static async Task<JsonElement> ComposeAsync(string ffmpeg)
    {
        await using var services = new FourServices { Ffmpeg = ffmpeg };
        await services.InitializeAsync();
        var clip = await services.VideoAsync("""{"scene_prompt":"a watch","duration":1,"aspect_ratio":"1:1"}""");
        var url = clip.GetProperty("result").GetProperty("video_url").GetString();

        var answer = await services.ComposeAsync($$"""{"scenes":[{"video_url":"{{url}}","start_time":0,"end_time":1}],"aspect_ratio":"1:1"}""");
        return answer.GetProperty("error");
    }
}
