using System.Text;
using System.Text.Json;

namespace Reelwright.Services.Tests.Pipeline;

public sealed class VariantFilmTests(FourServices services) : IClassFixture<FourServices>
{
    private const string Look = """{"style":"luxury_minimal","mood":"elegant","palette":["#1a1a2e","#c9a227"],"subject":"a watch","motif":"watch"}""";

    private const string Clip =
        $$"""
        {"scene_prompt":"a watch","duration":1,"aspect_ratio":"1:1",
         "scene":{"index":4,"role":"product","prompt":"a watch","duration":1,"camera":"push_in"},"visual_direction":{{Look}} }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_clips_in_another_aspect_ratio_are_another_film_with_files_of_its_own()
    {
        var drawn = Result(await services.VideoAsync(Clip)).GetProperty("video_url").GetString()!;
        string Body(string ratio) => $$"""
            {"scenes":[{"video_url":"{{drawn}}","start_time":0,"end_time":1}],"aspect_ratio":"{{ratio}}","visual_direction":{{Look}},
             "providers":[{"stage":"video_generation","provider":"local"}]}
            """;

        var square = Result(await services.ComposeAsync(Body("1:1")));
        var wide = Result(await services.ComposeAsync(Body("16:9")));

        (square.GetProperty("resolution").GetString(), wide.GetProperty("resolution").GetString()).ShouldBe(("1080x1080", "1920x1080"));
        foreach (var name in new[] { "video_url", "thumbnail_url", "captions_url" })
        {
            var (one, other) = (FileOf(square.GetProperty(name).GetString()!), FileOf(wide.GetProperty(name).GetString()!));
            one.ShouldNotBe(other);
            File.Exists(one).ShouldBeTrue();
            File.Exists(other).ShouldBeTrue();
            one.ShouldStartWith(Path.Combine(services.MediaFolder, "jobs", "job-1"));
            other.ShouldStartWith(Path.Combine(services.MediaFolder, "jobs", "job-1"));
        }

        // Each says for machines that it was made by algorithms alone, for which job, and by whom.
        var mark = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(FileOf(wide.GetProperty("video_url").GetString()!), Stop));
        mark.ShouldContain("digitalsourcetype/algorithmicMedia<");
        mark.ShouldContain(">job-1<");
        mark.ShouldContain(">video_generation: local<");
        mark.ShouldContain(">composition: local<");
    }

    private static JsonElement Result(JsonElement answer)
    {
        answer.GetProperty("success").GetBoolean().ShouldBeTrue(answer.GetRawText());
        return answer.GetProperty("result");
    }

    private string FileOf(string url) => Path.Combine(services.MediaFolder, new Uri(url).AbsolutePath["/media/".Length..]);
}
