using System.Globalization;
using System.Text;
using Reelwright.Contracts.Services;

namespace Reelwright.Testing.Fakes;

/// <summary>
/// The results that fake services make. Each holds members that nobody knows (<c>x_...</c>), numbers with trailing zeros and escapes, so
/// that a test can see whether they reach the next service as they were.
/// </summary>
internal static class FakeResults
{
    public static string Make(FakeQuestion question, int port, int scenes)
    {
        var files = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/files/{question.Job ?? "nobody"}");
        return question.Service switch
        {
            ServiceNames.PromptParser => Plan(question, scenes),
            ServiceNames.ImageGeneration => $$$"""{"image_url":"{{{files}}}/reference.png?sig=a%2Fb","seed":4242,"x_asset":{"id":"img_1","score":0.50}}""",
            ServiceNames.VideoGeneration => string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"video_url":"{{{files}}}/clip-{{{question.Scene}}}.mp4?sig=a%2Fb","duration":{{{question.Seconds(5)}}},"resolution":"1920x1080","x_take":{{{question.Scene}}}.0}"""),
            _ => $$$"""{"video_url":"{{{files}}}/film.mp4","thumbnail_url":"{{{files}}}/film.jpg","captions_url":"{{{files}}}/film.srt","duration":30,"resolution":"1080x1920","file_size":12345678,"x_render":"ok"}""",
        };
    }

    private static string Plan(FakeQuestion question, int scenes)
    {
        var total = question.Seconds(30);
        var each = decimal.Round(total / scenes, 2, MidpointRounding.ToZero);
        var plan = new StringBuilder("{\"scenes\":[");
        for (var index = 0; index < scenes; index++)
        {
            var start = each * index;
            var end = index == scenes - 1 ? total : start + each;
            plan.Append(index == 0 ? null : ",").Append(
                CultureInfo.InvariantCulture,
                $$$"""{"index":{{{index}}},"role":"product","title":"Scene {{{index}}}","prompt":"Scene {{{index}}} of caf\u00e9 \"Z\u00fcrich\"","duration":{{{end - start}}},"start_time":{{{start}}},"end_time":{{{end}}},"camera":"push_in","transition":"crossfade","on_screen_text":"Line {{{index}}}","x_lens":"35mm","x_shot":{"f":1.80}}""");
        }

        return plan.Append("""
            ],"visual_direction":{"style":"luxury_minimal","mood":"calm","palette":["#112233","#ffeedd"],"subject":"watch","motif":"watch","x_grain":0.10},"audio":{"music":{"mood":"calm","tempo_bpm":90},"voiceover":{"enabled":false}},"text_overlays":[{"text":"Buy now","start_time":0,"end_time":3,"position":"headline","style":"fade"}],"call_to_action":"Shop now","x_plan_id":"p_1"}
            """).ToString();
    }
}
