using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Tests.Services;

public sealed class PassThroughTests
{
    private const string Unknown = """ "x_vendor":{"nested":[1.50,1e3,null,"é"],"deep":{"a":false}} """;

    [Fact]
    public void A_plan_keeps_what_we_do_not_know_at_every_level() => Keeps(
        """
        {"scenes":[{"prompt":"p","duration":5,"X"}],"visual_direction":{"style":"s","X"},
         "audio":{"music":{"mood":"calm","X"},"voiceover":{"enabled":true,"X"},"X"},
         "text_overlays":[{"text":"t","X"}],"X"}
        """,
        count: 7,
        WireJson.Wire.ParseResult);

    [Fact]
    public void A_request_to_parse_keeps_what_we_do_not_know() => Keeps(
        """{"prompt":"p","duration":30,"aspect_ratio":"9:16","brand_guidelines":{"X"},"options":{"X"},"X"}""", count: 3, WireJson.Wire.ParseRequest);

    [Fact]
    public void A_request_for_an_image_keeps_what_we_do_not_know() => Keeps(
        """{"prompt":"p","aspect_ratio":"9:16","visual_direction":{"X"},"X"}""", count: 2, WireJson.Wire.ImageRequest);

    [Fact]
    public void An_image_keeps_what_we_do_not_know() => Keeps("""{"image_url":"u","X"}""", count: 1, WireJson.Wire.ImageResult);

    [Fact]
    public void A_request_for_a_clip_keeps_what_we_do_not_know() => Keeps(
        """{"scene_prompt":"p","duration":5,"aspect_ratio":"9:16","scene":{"prompt":"p","duration":5,"X"},"X"}""", count: 2, WireJson.Wire.VideoRequest);

    [Fact]
    public void A_clip_keeps_what_we_do_not_know() => Keeps("""{"video_url":"u","X"}""", count: 1, WireJson.Wire.VideoResult);

    [Fact]
    public void A_request_for_a_film_keeps_what_we_do_not_know() => Keeps(
        """{"scenes":[{"video_url":"u","start_time":0,"end_time":5,"X"}],"aspect_ratio":"9:16","X"}""", count: 2, WireJson.Wire.ComposeRequest);

    [Fact]
    public void A_film_keeps_what_we_do_not_know() => Keeps("""{"video_url":"u","X"}""", count: 1, WireJson.Wire.ComposeResult);

    [Fact]
    public void A_service_that_says_little_is_understood()
    {
        var answer = JsonSerializer.Deserialize("""{"success":true,"result":{"video_url":"u"},"trace":"ignored"}""", WireJson.Wire.EnvelopeVideoResult)!;

        answer.Result!.VideoUrl.ShouldBe("u");
        answer.Cost.ShouldBe(0);
        answer.Provider.ShouldBeNull();
    }

    /// <summary>Puts an unknown member at each <c>"X"</c>, reads and writes, and finds every one again exactly as it was.</summary>
    private static void Keeps<T>(string template, int count, JsonTypeInfo<T> type)
    {
        var text = template.Replace("\"X\"", Unknown.Trim(), StringComparison.Ordinal);

        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type)!, type);

        (written.Split(Unknown.Trim()).Length - 1).ShouldBe(count);
    }
}
