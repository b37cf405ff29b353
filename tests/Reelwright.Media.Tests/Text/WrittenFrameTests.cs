using Reelwright.Media.Film;
using Reelwright.Media.Scenes;
using Reelwright.Media.Tests.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Text;

/// <summary>What is really seen: films of one grey, so that every other pixel was written by text.</summary>
public sealed class WrittenFrameTests : IDisposable
{
    private const byte Ground = 60;
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(640, 360)]
    [InlineData(400, 400)]
    public async Task All_text_stays_inside_the_safe_box(int width, int height)
    {
        var plan = _lab.Plan(width, height, 2, scenes: 2, shade: Ground) with
        {
            Texts =
            [
                FilmLab.Text("Morning ritual", 0, 1, "eyebrow", "rise"),
                FilmLab.Text("Every single ring of this watch tells your own story, gjpqy", 0, 1),
                FilmLab.Text("Sleep, heart rate and recovery, all day and all night long.", 0, 1, "subline", "rise"),
                FilmLab.Text("Aurora Watch Number Two", 1, 2, "end_card"),
                FilmLab.Text("Order yours today and save", 1, 2, "button", "pop"),
                FilmLab.Text("aurora.example", 1, 2, "subline"),
            ],
            AiLabel = "AI generated",
        };
        var safe = SceneLayout.For(width, height, "product").Safe;

        var film = await _lab.ComposeAsync(plan);

        foreach (var picture in await _lab.FramesAsync(film.FilmPath, [4, 20, 36, 56]))
        {
            var written = picture.Written(Ground).ShouldNotBeNull();
            new Box(safe.X - 2, safe.Y - 2, safe.Width + 4, safe.Height + 4).Contains(written).ShouldBeTrue($"{written} is not inside {safe}");
        }
    }

    [Fact]
    public async Task A_headline_stands_where_the_layout_says()
    {
        var layout = SceneLayout.For(1080, 1920, "product");
        var film = await _lab.ComposeAsync(_lab.Plan(1080, 1920, 1.2, shade: Ground) with { Texts = [FilmLab.Text("HELLO", 0, 1.2, "headline", "fade")] });

        var written = (await _lab.FrameAsync(film.FilmPath, 30)).Written(Ground).ShouldNotBeNull();

        written.X.ShouldBe(layout.Headline.X, 12);
        written.Y.ShouldBe(layout.Headline.Y, 8);
        written.Height.ShouldBe(layout.HeadlineSize * 0.73, 8);
    }

    [Fact]
    public async Task Measured_widths_are_the_drawn_widths()
    {
        string[] texts = ["Hamburgefonstiv", "抹茶ラテ", "Ελληνικά"];
        const double Each = 0.6;
        var plan = _lab.Plan(1080, 1920, texts.Length * Each, texts.Length, Ground) with
        {
            Texts = [.. texts.Select((text, i) => FilmLab.Text(text, i * Each, (i + 1) * Each, "headline", "fade"))],
        };

        var film = await _lab.ComposeAsync(plan);

        var pictures = await _lab.FramesAsync(film.FilmPath, [.. texts.Select((_, i) => FilmTimeline.Frames((i + 0.7) * Each))]);
        for (var i = 0; i < texts.Length; i++)
        {
            var block = await TypeBench.HeadlineAsync(texts[i]);
            pictures[i].Written(Ground + i).ShouldNotBeNull().Width.ShouldBe(block.Width, block.Size * 0.25, texts[i]);
        }
    }

    [Fact]
    public async Task Hostile_texts_are_drawn_as_text_or_not_at_all_and_do_nothing_else()
    {
        string[] texts =
        [
            "{\\pos(0,0)\\fs400}HUGE", "\\N\\N\\N\\Ntop", "{\\p1}m 0 0 l 400 0 400 400 0 400{\\p0}", "C:\\temp\\new", "100% {off} %{pts} %d",
            "a':textfile=/etc/passwd:x='", "[in]drawbox=0:0:99:99[out];", "film.ass", "one\r\nDialogue: 9,0:00:00.00,0:00:09.00,T,,0,0,0,,{\\an7\\pos(0,0)}forged",
            string.Concat(Enumerable.Repeat("🎉", 500)), "\u202Etxet\u202C \u0007\u001b[2J", "{\\clip(0,0,0,0)}{\\fnWingdings}ok", "\\{\\\\}}{{x", "$(touch /tmp/x) `id` && ls",
        ];
        const double Each = 0.6;
        var plan = _lab.Plan(270, 480, texts.Length * Each, texts.Length, Ground) with
        {
            Texts = [.. texts.SelectMany((text, i) => new[] { FilmLab.Text(text, i * Each, (i + 1) * Each, "headline", "fade"), FilmLab.Text(text, i * Each, (i + 1) * Each, "eyebrow") })],
        };
        var safe = SceneLayout.For(270, 480, "product").Safe;

        var film = await _lab.ComposeAsync(plan);

        var info = await _lab.ReadAsync(film.FilmPath);
        info.StreamCount.ShouldBe(2);
        info.Duration.TotalSeconds.ShouldBe(texts.Length * Each, 0.001);
        Directory.GetFiles(_lab.Folder).Select(Path.GetFileName).ShouldBe(["film.jpg", "film.mp4", "film.srt", "film.vtt"], ignoreOrder: true);
        var pictures = await _lab.FramesAsync(film.FilmPath, [.. texts.Select((_, i) => FilmTimeline.Frames((i + 0.6) * Each))]);
        for (var i = 0; i < texts.Length; i++)
        {
            var written = pictures[i].Written(Ground + i);
            (written is null).ShouldBe(texts[i].StartsWith("🎉", StringComparison.Ordinal), texts[i]);
            if (written is { } box)
            {
                new Box(safe.X - 2, safe.Y - 2, safe.Width + 4, safe.Height + 4).Contains(box).ShouldBeTrue($"{texts[i]}: {box}");
                box.Height.ShouldBeLessThan(90, texts[i]);
            }
        }
    }

    [Fact]
    public async Task Hostile_text_looks_like_harmless_text_of_the_same_shape()
    {
        (string Hostile, string Harmless)[] pairs =
        [
            ("{\\fs99}HUGE", "(/fs99)HUGE"),
            ("\\N\\N\\Ntop", "/N/N/Ntop"),
            ("{\\p1}m 0 0 l9", "(/p1)m 0 0 l9"),
            ("C:\\temp\\new", "C:/temp/new"),
            ("100% {off} %d", "100% (off) %d"),
            ("a':t=/etc:x='", "a.:t=/etc:x=."),
            ("[in]box=0[o];", "(in)box=0(o),"),
            ("$(id) `x` &&", "S(id) 'x' &&"),
            ("{\\clip(0,0)}", "(/clip(0,0))"),
        ];
        const double Each = 0.6;
        var texts = pairs.SelectMany(pair => (string[])[pair.Hostile, pair.Harmless]).ToList();
        var plan = _lab.Plan(540, 960, texts.Count * Each, texts.Count, Ground) with
        {
            Texts = [.. texts.Select((text, i) => FilmLab.Text(text, i * Each, (i + 1) * Each, "headline", "fade"))],
        };

        var film = await _lab.ComposeAsync(plan);

        var pictures = await _lab.FramesAsync(film.FilmPath, [.. texts.Select((_, i) => FilmTimeline.Frames((i + 0.7) * Each))]);
        for (var i = 0; i < texts.Count; i += 2)
        {
            var (hostile, harmless) = (pictures[i].Written(Ground + i).ShouldNotBeNull(texts[i]), pictures[i + 1].Written(Ground + i + 1).ShouldNotBeNull());
            hostile.ShouldSatisfyAllConditions(
                texts[i],
                () => hostile.X.ShouldBe(harmless.X, 12),
                () => hostile.Y.ShouldBe(harmless.Y, 12),
                () => hostile.Right.ShouldBe(harmless.Right, 24),
                () => hostile.Bottom.ShouldBe(harmless.Bottom, 12),
                () => ((double)pictures[i].Ink(Ground + i)).ShouldBe(pictures[i + 1].Ink(Ground + i + 1), pictures[i + 1].Ink(Ground + i + 1) * 0.15));
        }
    }

    [Fact]
    public async Task Burnt_in_captions_stand_at_the_foot_of_the_safe_box_and_nothing_stands_under_them()
    {
        var plan = _lab.Plan(540, 960, 1.5, shade: Ground) with
        {
            Texts = [FilmLab.Text("Every ring tells your story", 0, 1.5), FilmLab.Text("A line that gives way", 0, 1.5, "subline")],
            Captions = [new(0, 1.5, "Meet the watch that keeps up with you, day after day, night after night.")],
            BurnCaptions = true,
        };
        var safe = SceneLayout.For(540, 960, "product").Safe;

        var film = await _lab.ComposeAsync(plan);

        var written = (await _lab.FrameAsync(film.FilmPath, 30)).Written(Ground).ShouldNotBeNull();
        written.Bottom.ShouldBeInRange(safe.Bottom - 14, safe.Bottom);
        (await File.ReadAllTextAsync(film.SrtPath, TestContext.Current.CancellationToken)).ShouldContain("Meet the watch");
    }

    [Theory]
    [InlineData("#ff8fbd")]
    [InlineData("#1f6feb")]
    [InlineData("#2e8b57")]
    public async Task The_button_has_the_brands_own_colour(string colour)
    {
        var layout = SceneLayout.For(540, 960, "cta");
        var plan = _lab.Plan(540, 960, 1.2) with { Theme = FilmLab.Theme with { Accent = colour }, Texts = [FilmLab.Text("Order", 0, 1.2, "button", "pop")] };

        var film = await _lab.ComposeAsync(plan);

        var rgb = await _lab.RunAsync(["-v", "error", "-ss", "1", "-i", film.FilmPath, "-frames:v", "1", "-vf", "scale=in_color_matrix=bt709", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]);
        var at = (((int)layout.Button.CentreY * 540) + (int)(layout.Button.CentreX - (layout.Button.Width * 0.3))) * 3;
        for (var channel = 0; channel < 3; channel++)
        {
            ((double)rgb[at + channel]).ShouldBe(Convert.ToInt32(colour.Substring(1 + (channel * 2), 2), 16), 5);
        }
    }

    [Fact]
    public async Task A_logo_fades_in_on_the_end_card()
    {
        var logo = await _lab.MakeAsync("logo.png", "-f", "lavfi", "-i", "color=white:s=400x200", "-frames:v", "1");
        var plan = _lab.Plan(540, 960, 2, shade: Ground) with
        {
            Scenes = [FilmLab.Scene(0, 2, new DrawnScene(() => new FlatScene(540, 960, 60, Ground)), "cta")],
            LogoFile = logo,
        };
        var layout = SceneLayout.For(540, 960, "cta");

        var film = await _lab.ComposeAsync(plan);

        film.Warnings.ShouldBeEmpty();
        var written = (await _lab.FrameAsync(film.FilmPath, 40)).Written(Ground).ShouldNotBeNull();
        (layout.Headline with { Y = layout.Headline.Y - 2 }).Contains(written).ShouldBeTrue($"{written}");
        (written.Width / written.Height).ShouldBe(2, 0.1);
    }

    [Theory]
    [InlineData("logo.webp", 1, 2)]
    [InlineData("logo.jpg", 6, 0.5)]
    public async Task A_logo_may_be_a_WebP_or_lie_on_its_side(string name, ushort orientation, double proportion)
    {
        var logo = await _lab.MakeAsync(name, "-f", "lavfi", "-i", "color=white:s=400x200", "-frames:v", "1");
        var bytes = await File.ReadAllBytesAsync(logo, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(logo, orientation == 1 ? bytes : [.. bytes[..2], .. HostileFiles.Exif(orientation), .. bytes[2..]], TestContext.Current.CancellationToken);
        var plan = _lab.Plan(540, 960, 1) with { LogoFile = logo, Scenes = [FilmLab.Scene(0, 1, new DrawnScene(() => new FlatScene(540, 960, 30, Ground)), "cta")] };

        var film = await _lab.ComposeAsync(plan);

        film.Warnings.ShouldBeEmpty();
        var written = (await _lab.FrameAsync(film.FilmPath, 25)).Written(Ground).ShouldNotBeNull();
        (written.Width / written.Height).ShouldBe(proportion, 0.1);
    }

    [Fact]
    public async Task A_logo_that_is_no_picture_is_left_out_and_said()
    {
        await File.WriteAllTextAsync(_lab.At("logo.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>", TestContext.Current.CancellationToken);
        var plan = _lab.Plan(64, 64, 1) with { LogoFile = _lab.At("logo.png"), Scenes = [FilmLab.Scene(0, 1, new DrawnScene(() => new FlatScene(64, 64, 30, Ground)), "cta")] };

        (await _lab.ComposeAsync(plan)).Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("The logo was left out: 'logo.png' is not a PNG, JPEG or WebP picture");
    }

    public void Dispose() => _lab.Dispose();
}
