using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Reelwright.Contracts.Services;

namespace Reelwright.Storyboards;

/// <summary>
/// The storyboard as one HTML file that needs nothing beside it. Whatever comes from the prompt goes through <see cref="Safe"/>;
/// should anything slip by, the page's policy runs no script and loads nothing.
/// </summary>
internal static class StoryboardPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1c1f; --quiet: #5d6068; --paper: #fafafa; --line: #dddfe3; --card: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eceef1; --quiet: #a2a6af; --paper: #141518; --line: #34363c; --card: #1d1f23; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem); max-width: 90rem; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; }
        h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -.02em; overflow-wrap: anywhere; }
        .prompt { margin: .6rem 0 0; max-width: 60rem; overflow-wrap: anywhere; }
        .quiet { margin: .4rem 0 0; color: var(--quiet); }
        .palette { display: flex; gap: .4rem; margin: 1rem 0 2rem; padding: 0; list-style: none; }
        .palette li { width: 2rem; height: 2rem; border-radius: 50%; border: 1px solid var(--line); }
        .stills { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--still)), 1fr)); }
        figure { margin: 0; }
        img { display: block; width: 100%; height: auto; border-radius: .6rem; }
        figcaption { margin-top: .5rem; font-weight: 600; }
        .table { margin-top: 2.5rem; overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: .7rem 1rem; text-align: start; vertical-align: top; border-top: 1px solid var(--line); }
        thead th { border-top: 0; color: var(--quiet); font-size: .85rem; font-weight: 600; white-space: nowrap; }
        td p { margin: 0; overflow-wrap: anywhere; }
        .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
        @media print { body { max-width: none; padding: 0; } figure, tr { break-inside: avoid; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(AdStoryboard plan, IReadOnlyList<byte[]> stills)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Safe(plan.Title)}: storyboard</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1 dir="auto">{Safe(plan.Title)}</h1>
            <p class="prompt" dir="auto">{Safe(plan.Request.Prompt)}</p>
            <p class="quiet">{Safe(plan.Summary)}</p>
            <ul class="palette" aria-label="Palette">{Palette(plan)}</ul>
            <div class="stills" style="--still: {StillWidth(plan)}">

            """);
        foreach (var (index, scene) in plan.Ad.Scenes.Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <figure><img alt="Scene {index + 1}: {Safe(string.Join(", ", plan.TextsOf(scene)))}" src="data:image/jpeg;base64,{Convert.ToBase64String(stills[index])}"><figcaption>{index + 1} {Safe(AdStoryboard.Role(scene))}</figcaption></figure>

                """);
        }

        var voice = plan.HasVoice ? "<th scope=\"col\">Voice-over</th>" : string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"""
            </div>
            <div class="table"><table>
            <thead><tr><th scope="col">Scene</th><th scope="col">Role</th><th scope="col">Seconds</th><th scope="col">On-screen text</th><th scope="col">Camera</th><th scope="col">Transition</th>{voice}</tr></thead>
            <tbody>

            """);
        foreach (var (index, scene) in plan.Ad.Scenes.Index())
        {
            page.Append(Row(plan, index, scene));
        }

        return page.Append("</tbody>\n</table></div>\n</body>\n</html>\n").ToString();
    }

    private static string Row(AdStoryboard plan, int index, Scene scene)
    {
        var texts = string.Concat(plan.TextsOf(scene).Select(text => $"<p dir=\"auto\">{Safe(text)}</p>"));
        var after = index + 1 < plan.Ad.Scenes.Count ? AdStoryboard.Plain(scene.Transition) : "end";
        var voice = plan.HasVoice ? $"<td><p dir=\"auto\">{Safe(scene.Voiceover)}</p></td>" : string.Empty;
        var times = $"{AdStoryboard.Seconds(scene.StartTime ?? 0)} to {AdStoryboard.Seconds(scene.EndTime ?? 0)} ({AdStoryboard.Seconds(scene.Duration)} s)";
        return $"""
            <tr><td class="number">{index + 1}</td><td>{Safe(AdStoryboard.Role(scene))}</td><td class="number">{times}</td><td>{texts}</td><td>{Safe(AdStoryboard.Plain(scene.Camera))}</td><td>{Safe(after)}</td>{voice}</tr>

            """;
    }

    private static string Palette(AdStoryboard plan) => string.Concat(
        (plan.Ad.VisualDirection?.Palette ?? []).Select(colour => $"<li style=\"background:{Safe(colour)}\" title=\"{Safe(colour)}\"></li>"));

    private static string StillWidth(AdStoryboard plan) => plan.Request.AspectRatio == Contracts.Ads.AspectRatios.Landscape ? "24rem" : "15rem";

    private static string Safe(string? text) => Encoder.Encode(text ?? string.Empty);
}
