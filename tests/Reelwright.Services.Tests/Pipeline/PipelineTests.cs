using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reelwright.Services.Tests.Pipeline;

public sealed class PipelineTests(FourServices services) : IClassFixture<FourServices>
{
    private const string Look = """{"style":"luxury_minimal","mood":"elegant","palette":["#1a1a2e","#c9a227"],"subject":"a watch","motif":"watch"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prompt_becomes_a_plan_whose_durations_sum_exactly()
    {
        var answer = await services.ParseAsync("""{"prompt":"Create an ad for luxury watches","duration":30,"aspect_ratio":"9:16"}""");

        var scenes = Result(answer).GetProperty("scenes").EnumerateArray().ToArray();
        scenes.Length.ShouldBeInRange(3, 8);
        scenes.Sum(scene => scene.GetProperty("duration").GetDecimal()).ShouldBe(30m);
        answer.GetProperty("cost").GetRawText().ShouldBe("0.035");
        answer.GetProperty("provider").GetString().ShouldBe("local");
    }

    [Fact]
    public async Task A_look_becomes_a_picture_that_whoever_holds_its_url_can_see()
    {
        var answer = await services.ImageAsync($$"""{"prompt":"a watch","visual_direction":{{Look}},"aspect_ratio":"1:1"}""");

        var url = Result(answer).GetProperty("image_url").GetString()!;
        var picture = await services.Client.GetByteArrayAsync(url, Stop);
        picture.AsSpan(1, 3).ToArray().ShouldBe("PNG"u8.ToArray());
        answer.GetProperty("cost").GetRawText().ShouldBe("0.20");
    }

    [Fact]
    public async Task A_clip_is_rendered_when_somebody_fetches_it()
    {
        var image = Result(await services.ImageAsync($$"""{"prompt":"a watch","visual_direction":{{Look}},"aspect_ratio":"1:1"}""")).GetProperty("image_url").GetString()!;
        var answer = await services.VideoAsync(Video(image, 0, 0.5m));
        var url = Result(answer).GetProperty("video_url").GetString()!;
        RecipeOf(url).ShouldNotContain("plate_key\":\"");
        File.Exists(FileOf(url)).ShouldBeFalse();

        var clip = await services.Client.GetByteArrayAsync(url, Stop);

        clip.AsSpan(4, 4).ToArray().ShouldBe("ftyp"u8.ToArray());
        File.Exists(FileOf(url)).ShouldBeTrue();
        answer.GetProperty("cost").GetRawText().ShouldBe("0.02");
        Result(answer).GetProperty("resolution").GetString().ShouldBe("1080x1080");
    }

    [Fact]
    public async Task Recipes_and_somebody_elses_clip_become_one_film()
    {
        var drawn = Result(await services.VideoAsync(Video(null, 3, 0.5m))).GetProperty("video_url").GetString()!;
        var made = Result(await services.VideoAsync(Video(null, 1, 0.6m))).GetProperty("video_url").GetString()!;
        var foreign = await services.Client.GetByteArrayAsync(made, Stop);
        await using var elsewhere = await ServeAsync("/their/clip", foreign, "video/mp4");

        var answer = await services.ComposeAsync(
            $$"""
            {"scenes":[
              {"video_url":"{{drawn}}","start_time":0,"end_time":0.5,"transition":"crossfade"},
              {"video_url":"http://127.0.0.1:{{services.ForeignPort}}/their/clip","start_time":0.5,"end_time":1,"transition":"cut"}],
             "text_overlays":[{"text":"Time, well kept","start_time":0,"end_time":0.5,"position":"headline","style":"rise"}],
             "audio":{"music":{"mood":"calm"} },"aspect_ratio":"1:1","brand_guidelines":{"name":"Aurum","logo_url":"http://127.0.0.1:{{services.ForeignPort}}/no/logo"},
             "call_to_action":"See it","visual_direction":{{Look}} }
            """);

        var film = Result(answer);
        film.GetProperty("duration").GetRawText().ShouldBe("1");
        film.GetProperty("resolution").GetString().ShouldBe("1080x1080");
        var mp4 = await services.Client.GetByteArrayAsync(film.GetProperty("video_url").GetString(), Stop);
        mp4.AsSpan(4, 4).ToArray().ShouldBe("ftyp"u8.ToArray());
        Encoding.UTF8.GetString(mp4).ShouldContain("digitalsourcetype/trainedAlgorithmicMedia<");
        film.GetProperty("file_size").GetInt64().ShouldBe(mp4.Length);
        (await services.Client.GetByteArrayAsync(film.GetProperty("thumbnail_url").GetString(), Stop))[..2].ShouldBe([0xff, 0xd8]);
        (await services.Client.GetStringAsync(film.GetProperty("captions_url").GetString(), Stop)).ShouldContain("Time, well kept");
        (await services.Client.GetStringAsync(film.GetProperty("captions_vtt_url").GetString(), Stop)).ShouldStartWith("WEBVTT");
        film.GetProperty("quality").GetProperty("text_in_safe_box").GetBoolean().ShouldBeTrue();
        film.GetProperty("quality").GetProperty("bitrate_kbps").GetInt32().ShouldBe((int)Math.Round(mp4.Length * 8 / 1000.0));
        var warning = film.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        warning.GetProperty("code").GetString().ShouldBe("LOGO_LEFT_OUT");
        warning.GetProperty("message").GetString()!.ShouldContain("logo_url");
        warning.GetProperty("scene").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("cost").GetRawText().ShouldBe("0.075");
        File.Exists(FileOf(drawn)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_wants_captions_in_the_picture_and_no_voice_reads_what_the_voice_would_have_said()
    {
        var clip = Result(await services.VideoAsync(Video(null, 2, 1))).GetProperty("video_url").GetString()!;
        string Body(string options) =>
            $$"""
            {"scenes":[{"video_url":"{{clip}}","start_time":0,"end_time":1,"voiceover":"Minutes worth keeping."}],"aspect_ratio":"1:1","options":{{options}},"visual_direction":{{Look}} }
            """;

        var burnt = Result(await services.ComposeAsync(Body("""{"captions":"burnt_in","music":"off"}""")));
        var plain = Result(await services.ComposeAsync(Body("""{"captions":"off","music":"off"}""")));

        (await services.Client.GetStringAsync(burnt.GetProperty("captions_url").GetString(), Stop)).ShouldContain("Minutes worth keeping.");
        burnt.GetProperty("quality").GetProperty("text_contrast").ValueKind.ShouldBe(JsonValueKind.Number);
        plain.GetProperty("quality").GetProperty("text_contrast").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_foreign_picture_fills_the_frame()
    {
        var drawing = Result(await services.ImageAsync($$"""{"prompt":"a watch","visual_direction":{{Look}},"aspect_ratio":"1:1"}""")).GetProperty("image_url").GetString()!;
        await using var elsewhere = await ServeAsync("/their/image", await services.Client.GetByteArrayAsync(drawing, Stop), "image/png");

        var url = Result(await services.VideoAsync(Video($"http://127.0.0.1:{services.ForeignPort}/their/image", 5, 0.5m))).GetProperty("video_url").GetString()!;

        RecipeOf(url).ShouldContain("\"plate_key\":\"jobs/job-1/reference-images/");
        (await services.Client.GetByteArrayAsync(url, Stop)).AsSpan(4, 4).ToArray().ShouldBe("ftyp"u8.ToArray());
    }

    [Theory]
    [InlineData("sound", "audio/mpeg", null)]
    [InlineData("sound", "application/octet-stream", null)]
    [InlineData("<!DOCTYPE html><html></html>", "audio/mpeg", "The music was left out: 'music' is not a WAV, MP3, AAC, M4A, FLAC or Ogg sound")]
    [InlineData("<!DOCTYPE html><html></html>", "text/html", "The music was left out: audio.music.url: http://127.0.0.1:* is text/html; expected is audio/mpeg, ")]
    [InlineData("#EXTM3U\nfile:///etc/passwd\n", "audio/mpeg", "The music was left out: 'music' is not a WAV, MP3, AAC, M4A, FLAC or Ogg sound")]
    [InlineData("#EXTM3U\nfile:///etc/passwd\n", "application/vnd.apple.mpegurl", "The music was left out: audio.music.url: http://127.0.0.1:* is application/vnd.apple.mpegurl; expected is audio/mpeg, ")]
    public async Task What_is_called_music_is_judged_by_what_it_holds(string content, string type, string? warning)
    {
        var clip = Result(await services.VideoAsync(Video(null, 2, 1))).GetProperty("video_url").GetString()!;
        await using var elsewhere = await ServeAsync("/their/tune.mp3", content == "sound" ? Wave() : Encoding.UTF8.GetBytes(content), type);

        var film = Result(await services.ComposeAsync(
            $$"""
            {"scenes":[{"video_url":"{{clip}}","start_time":0,"end_time":1}],"aspect_ratio":"1:1",
             "audio":{"music":{"mood":"calm","url":"http://127.0.0.1:{{services.ForeignPort}}/their/tune.mp3"} },"visual_direction":{{Look}} }
            """));

        film.TryGetProperty("warnings", out var said).ShouldBe(warning is not null);
        if (warning is not null)
        {
            said.EnumerateArray().ShouldHaveSingleItem().GetProperty("message").GetString()!.Replace($"{services.ForeignPort}/their/tune.mp3", "*", StringComparison.Ordinal).ShouldStartWith(warning);
        }
    }

    [Theory]
    [InlineData("http://10.0.0.1/image.png")]
    [InlineData("https://127.0.0.1/image.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/image.png")]
    public async Task A_reference_that_leads_inside_is_refused(string url)
    {
        var error = (await services.VideoAsync(Video(url, 0, 1))).GetProperty("error");

        error.GetProperty("code").GetString().ShouldBe("SOURCE_UNUSABLE");
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        error.GetProperty("message").GetString()!.ShouldStartWith("reference_image_url: ");
    }

    [Fact]
    public async Task A_reference_that_is_no_picture_is_refused()
    {
        await using var elsewhere = await ServeAsync("/their/image", Encoding.UTF8.GetBytes("#EXTM3U\n#EXT-X-TARGETDURATION:1\n/etc/passwd"), "image/png");

        var error = (await services.VideoAsync(Video($"http://127.0.0.1:{services.ForeignPort}/their/image", 0, 1))).GetProperty("error");

        error.GetProperty("code").GetString().ShouldBe("SOURCE_UNUSABLE");
    }

    [Fact]
    public async Task A_recipe_that_was_changed_is_neither_drawn_nor_rendered()
    {
        var url = Result(await services.VideoAsync(Video(null, 7, 0.5m))).GetProperty("video_url").GetString()!;
        var recipe = Path.ChangeExtension(FileOf(url), ".recipe.json");
        await File.WriteAllTextAsync(recipe, (await File.ReadAllTextAsync(recipe, Stop)).Replace("\"index\":7", "\"index\":8", StringComparison.Ordinal), Stop);

        using var fetched = await services.Client.GetAsync(url, Stop);
        var composed = await services.ComposeAsync($$"""{"scenes":[{"video_url":"{{url}}","start_time":0,"end_time":1}],"aspect_ratio":"1:1"}""");

        fetched.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        composed.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("no longer in the media store");
    }

    [Fact]
    public async Task A_recipe_under_a_forged_url_is_not_drawn()
    {
        var url = Result(await services.VideoAsync(Video(null, 0, 0.5m))).GetProperty("video_url").GetString()!;
        var forged = url[..url.LastIndexOf('=')] + "=AAAA";

        var composed = await services.ComposeAsync($$"""{"scenes":[{"video_url":"{{forged}}","start_time":0,"end_time":1}],"aspect_ratio":"1:1"}""");

        composed.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("403");
    }

    [Theory]
    [InlineData("""{"video_url":"http://127.0.0.1/a.mp4","start_time":1,"end_time":1}""")]
    [InlineData("""{"video_url":"http://127.0.0.1/a.mp4","start_time":2,"end_time":1}""")]
    [InlineData("""{"video_url":"http://127.0.0.1/a.mp4","start_time":0,"end_time":0.5}""")]
    [InlineData("""{"video_url":"http://127.0.0.1/a.mp4","start_time":0,"end_time":1},{"video_url":"http://127.0.0.1/b.mp4","start_time":0.001,"end_time":1}""")]
    [InlineData("""{"video_url":"http://127.0.0.1/a.mp4","start_time":0,"end_time":1},{"video_url":"http://127.0.0.1/b.mp4","start_time":1,"end_time":1.0010000000000001}""")]
    public async Task Scenes_that_take_too_little_time_are_named(string scene)
    {
        var error = (await services.ComposeAsync($$"""{"scenes":[{{scene}}],"aspect_ratio":"1:1"}""")).GetProperty("error");

        error.GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
        error.GetProperty("message").GetString()!.ShouldMatch(@"^scenes.* \d+(\.\d{1,3})? s\. ");
    }

    [Fact]
    public async Task All_four_are_healthy_and_tell_their_prices()
    {
        string[] prices = ["0.035", "0.20", "0.04", "0.075"];
        for (var service = 0; service < 4; service++)
        {
            (await services.GetAsync(service, "/health")).ShouldContain("\"healthy\"");
            (await services.GetAsync(service, "/capabilities")).ShouldContain($"\"usd\":{prices[service]}}}");
        }
    }

    private static string Video(string? image, int index, decimal duration) =>
        $$"""
        {"scene_prompt":"a watch","reference_image_url":{{(image is null ? "null" : $"\"{image}\"")}},"duration":{{duration}},"aspect_ratio":"1:1",
         "scene":{"index":{{index}},"role":"product","prompt":"a watch","duration":{{duration}},"camera":"push_in"},"visual_direction":{{Look}} }
        """;

    private static JsonElement Result(JsonElement answer)
    {
        answer.GetProperty("success").GetBoolean().ShouldBeTrue(answer.GetRawText());
        return answer.GetProperty("result");
    }

    /// <summary>A second of a square wave, one channel, 8 bits.</summary>
    private static byte[] Wave() =>
    [
        .. "RIFF"u8, 0x64, 0x1F, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0,
        .. "data"u8, 0x40, 0x1F, 0, 0, .. Enumerable.Range(0, 8000).Select(sample => (byte)(sample / 20 % 2 == 0 ? 90 : 166)),
    ];

    private async Task<WebApplication> ServeAsync(string path, byte[] content, string contentType)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{services.ForeignPort}");
        app.MapGet(path, () => Results.Bytes(content, contentType));
        await app.StartAsync(Stop);
        return app;
    }

    private string FileOf(string url) => Path.Combine(services.MediaFolder, new Uri(url).AbsolutePath["/media/".Length..]);

    private string RecipeOf(string url) => File.ReadAllText(Path.ChangeExtension(FileOf(url), ".recipe.json"));
}
