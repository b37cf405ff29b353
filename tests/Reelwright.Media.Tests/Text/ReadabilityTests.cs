using Reelwright.Media.Art;
using Reelwright.Media.Film;
using Reelwright.Media.Film.Quality;
using Reelwright.Media.Frames;
using Reelwright.Media.Tests.Film;
using Reelwright.Media.Tests.Frames;

namespace Reelwright.Media.Tests.Text;

/// <summary>
/// Every text can be read on the very pixels that it stands on: all art directions, aspect ratios and scene roles, with brand colours that
/// make it hard.
/// </summary>
public sealed class ReadabilityTests
{
    private const double Least = 4.5;
    private const double SceneSeconds = 2;
    private const string BrightestMood = "epic";

    private static readonly string[] Roles = ["hook", "problem", "product", "proof", "cta"];

    private static readonly string[][] Palettes =
    [
        ["#5b4bff", "#00c2ff", "#ff5fa2"],
        ["#ffffff", "#fff7b0", "#f4f4f4"],
        ["#000000", "#111111", "#222222"],
        ["#ffe600", "#00ff88", "#ff00ff"],
        ["#808080", "#7f8f8f", "#8f7f7f"],
        ["#ff0000", "#0000ff", "#00ff00"],
    ];

    public static TheoryData<string, int, int> Looks()
    {
        var looks = new TheoryData<string, int, int>();
        foreach (var direction in (string[])["luxury_minimal", "bold_pop", "soft_pastel", "dark_tech", "natural_organic"])
        {
            looks.Add(direction, 1080, 1920);
            looks.Add(direction, 1920, 1080);
            looks.Add(direction, 1080, 1080);
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Text_stands_out_from_its_picture(string direction, int width, int height)
    {
        foreach (var palette in Palettes)
        {
            (await LowestAsync(width, height, new ArtSpec { Motif = "watch", Direction = direction, Palette = palette, Mood = BrightestMood, Seed = 11 }))
                .ShouldBeGreaterThanOrEqualTo(Least, string.Join(' ', palette));
        }
    }

    [Fact]
    public async Task No_motif_reaches_under_the_text()
    {
        foreach (var motif in Media.Motifs.MotifShelf.All.Select(motif => motif.Name))
        {
            (await LowestAsync(1080, 1920, new ArtSpec { Motif = motif, Direction = "natural_organic", Palette = Palettes[0], Seed = 4 })).ShouldBeGreaterThanOrEqualTo(Least, motif);
        }
    }

    /// <summary>The lowest contrast of any text in a film with all roles, measured on frames drawn for it.</summary>
    private static async Task<double> LowestAsync(int width, int height, ArtSpec art)
    {
        using var lab = new FilmLab();
        var recipes = Roles.Select((role, index) => Scene.Of(width, height, role, index: index) with { Art = art, Duration = SceneSeconds }).ToList();
        var plan = lab.Plan(width, height, Roles.Length * SceneSeconds) with
        {
            Scenes = [.. recipes.Select((recipe, index) => FilmLab.Scene(index * SceneSeconds, (index + 1) * SceneSeconds, new DrawnScene(() => SceneRenderer.Create(recipe, null)), recipe.Role))],
            Texts = [.. Roles.SelectMany(Texts)],
            Theme = FilmTheme.Of(ArtKit.Create(art)),
        };
        var timeline = FilmTimeline.Of(plan);
        var stage = new Media.Text.TextLayout(plan, timeline, await TypeBench.TypesetterAsync());
        stage.Write([]);
        var contrast = new TextContrast(stage.Placed, width, height);
        var pixels = new byte[width * height * 3 / 2];
        foreach (var frame in stage.Placed.Select(text => text.Frame).Distinct())
        {
            var scene = timeline.Last(scene => scene.Start <= frame);
            using var source = ((DrawnScene)plan.Scenes[scene.Index].Source).Open();
            source.Render(frame - scene.Start, pixels);
            contrast.See(frame, pixels);
        }

        return contrast.Lowest.ShouldNotBeNull();
    }

    private static IEnumerable<FilmText> Texts(string role, int index)
    {
        var (from, to) = (index * SceneSeconds, (index + 1) * SceneSeconds);
        return role == "cta"
            ? [FilmLab.Text("Aurora", from, to, "end_card"), FilmLab.Text("Order yours today", from, to, "button", "pop"), FilmLab.Text("aurora.example", from, to, "subline")]
            : [
                FilmLab.Text("Morning ritual", from, to, "eyebrow", "rise"),
                FilmLab.Text("Every ring of this one tells your story", from, to),
                FilmLab.Text("Sleep, heart rate and recovery, all day long.", from, to, "subline", "rise"),
            ];
    }
}
