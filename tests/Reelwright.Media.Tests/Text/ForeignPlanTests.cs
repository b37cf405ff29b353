using Reelwright.Media.Captions;
using Reelwright.Media.Film;
using Reelwright.Media.Scenes;
using Reelwright.Media.Tests.Film;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Text;

/// <summary>Texts of plans that are not ours: their places, and what becomes of texts that want one place at one time.</summary>
public sealed class ForeignPlanTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("top", nameof(Stack.Down), nameof(Side.Centre))]
    [InlineData("Upper Left", nameof(Stack.Down), nameof(Side.Left))]
    [InlineData("center", nameof(Stack.Around), nameof(Side.Centre))]
    [InlineData("MIDDLE", nameof(Stack.Around), nameof(Side.Centre))]
    [InlineData("right", nameof(Stack.Around), nameof(Side.Right))]
    [InlineData("bottom", nameof(Stack.Up), nameof(Side.Centre))]
    [InlineData("lower_third", nameof(Stack.Up), nameof(Side.Centre))]
    [InlineData("bottom-right", nameof(Stack.Up), nameof(Side.Right))]
    public void Common_words_for_places_are_understood(string word, string stack, string side) =>
        TextPlace.Read(word).ShouldBe(new TextPlace(Enum.Parse<Stack>(stack), Enum.Parse<Side>(side)));

    [Theory]
    [InlineData("headline")]
    [InlineData("subline")]
    [InlineData("stop")]
    [InlineData("")]
    public void Other_words_are_no_places(string word) => TextPlace.Read(word).ShouldBeNull();

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1080)]
    public async Task Top_centre_and_bottom_of_a_foreign_clip_are_where_they_say(int width, int height)
    {
        var placed = await PlaceAsync(
            width, height, isForeign: true,
            FilmLab.Text("Fresh every single morning, from our oven to your table", 0, 3, "top"),
            FilmLab.Text("Baked by hand", 0, 3, "center"),
            FilmLab.Text("Order before noon and have it warm", 0, 3, "bottom"));

        var safe = SceneLayout.For(width, height, "product").Safe;
        placed[0].Box.Y.ShouldBe(safe.Y, 1);
        placed[1].Box.CentreY.ShouldBe(safe.CentreY, 1);
        placed[2].Box.Bottom.ShouldBe(safe.Bottom, 1);
        ShouldStandApart(placed);
    }

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1920, 1080)]
    public async Task Label_and_captions_keep_their_places(int width, int height)
    {
        FilmText[] texts = [FilmLab.Text("Fresh every single morning, from our oven", 0, 3, "top left"), FilmLab.Text("Order before noon and have it warm", 0, 3, "bottom")];
        var plan = _lab.Plan(width, height, 3) with { Scenes = [FilmLab.Scene(0, 3, new ClipScene("clip.mp4"))], Texts = texts, AiLabel = "AI-generated" };
        var stage = new TextLayout(plan, FilmTimeline.Of(plan), await TypeBench.TypesetterAsync());

        stage.Write(CaptionCues.Of([new CaptionLine(0, 3, "A caption that is long enough to need a second line below the first one.")]).Cues);

        stage.Placed.Count.ShouldBe(4);
        ShouldStandApart(stage.Placed);
    }

    [Fact]
    public async Task Over_our_own_picture_they_stand_where_text_may_stand()
    {
        var placed = await PlaceAsync(1080, 1920, isForeign: false, FilmLab.Text("Up here", 0, 3, "top"), FilmLab.Text("Down here", 0, 3, "bottom"));

        placed.ShouldAllBe(text => SceneLayout.For(1080, 1920, "product").Headline.Contains(text.Box));
        ShouldStandApart(placed);
    }

    [Theory]
    [InlineData("center")]
    [InlineData("headline")]
    [InlineData("wherever")]
    public async Task Texts_of_one_place_and_time_stand_below_each_other(string position)
    {
        var placed = await PlaceAsync(
            1080, 1920, isForeign: true,
            FilmLab.Text("A headline that is long enough for two lines of its own", 0, 3, position),
            FilmLab.Text("A second text", 0, 3, position),
            FilmLab.Text("And a third that also came", 0.5, 2.8, position));

        placed.Count.ShouldBe(3);
        placed[0].Box.Height.ShouldBeGreaterThan(placed[1].Box.Height);
        placed.Zip(placed.Skip(1)).ShouldAllBe(pair => pair.First.Box.Bottom < pair.Second.Box.Y);
    }

    [Fact]
    public async Task Texts_that_meet_for_a_moment_follow_each_other_at_one_height()
    {
        var placed = await PlaceAsync(1080, 1920, isForeign: true, FilmLab.Text("One", 0, 1.7, "top"), FilmLab.Text("Two", 1.3, 3, "top"));

        placed[0].To.ShouldBe(placed[1].From);
        placed[0].Box.Y.ShouldBe(placed[1].Box.Y);
    }

    [Fact]
    public async Task The_end_card_shows_everything_that_was_written_for_it()
    {
        var placed = await PlaceAsync(
            1080, 1920, isForeign: true,
            FilmLab.Text("Aurora", 0, 3, "end_card"),
            FilmLab.Text("Made to last", 0, 3, "center"),
            FilmLab.Text("Order today", 0, 3, "button", "pop"),
            FilmLab.Text("aurora.example", 0, 3, "subline"));

        placed.Count.ShouldBe(4);
        ShouldStandApart(placed);
    }

    [Fact]
    public async Task More_than_fits_is_left_out_with_a_warning()
    {
        var typesetter = await TypeBench.TypesetterAsync();
        var placed = await PlaceAsync(typesetter, 1080, 1920, isForeign: true, [.. Enumerable.Range(1, 6).Select(number => FilmLab.Text($"Text {number}", 0, 3, "center"))]);

        placed.Count.ShouldBe(4);
        ShouldStandApart(placed);
        typesetter.Warnings.Count.ShouldBe(2);
        typesetter.Warnings[0].ShouldBe(TextWarnings.LeftOut("Text 5", "4 other texts are shown at its time and place", 0));
        typesetter.Warnings[0].Code.ShouldBe("TEXT_LEFT_OUT");
    }

    [Fact]
    public async Task A_text_without_a_moment_is_left_out_with_a_warning()
    {
        var typesetter = await TypeBench.TypesetterAsync();
        (await PlaceAsync(typesetter, 1080, 1920, isForeign: true, [FilmLab.Text("Blink", 1, 1.04, "top"), FilmLab.Text("Late", 7, 9, "top")])).ShouldBeEmpty();

        typesetter.Warnings.Select(warning => warning.Message).ShouldBe(
        [
            "The text 'Blink' was left out: no time is left for it between 1 and 1.04 s.",
            "The text 'Late' was left out: no time is left for it between 7 and 9 s.",
        ]);
    }

    /// <summary>Plans as a machine might make them: any number of texts, anywhere and at any time.</summary>
    [Fact]
    public async Task However_texts_are_thrown_together_none_is_written_over_another()
    {
        string[][] vocabularies = [["top", "center", "bottom", "bottom left", "lower right"], ["top", "center", "bottom", "bottom left", "headline", "subline", "eyebrow", "somewhere"]];
        string[] words = ["New", "A line of words", "Twenty per cent off everything until Sunday evening", "Donaudampfschifffahrtsgesellschaft", "毎日に、彩りを。"];
        var random = new Random(20261125);
        var typesetter = await TypeBench.TypesetterAsync();
        for (var story = 0; story < 60; story++)
        {
            var positions = vocabularies[story % vocabularies.Length];
            var texts = Enumerable.Range(0, random.Next(1, 9)).Select(_ =>
            {
                var start = random.NextDouble() * 2.5;
                return FilmLab.Text(words[random.Next(words.Length)], start, start + 0.3 + (random.NextDouble() * 2), positions[random.Next(positions.Length)]);
            }).ToArray();

            ShouldStandApart(await PlaceAsync(typesetter, 1080, 1920, isForeign: true, texts));
        }
    }

    public void Dispose() => _lab.Dispose();

    private static void ShouldStandApart(IReadOnlyList<TextPlacement> placed)
    {
        foreach (var (index, one) in placed.Index())
        {
            placed.Skip(index + 1).ShouldAllBe(other => !one.IsOver(other));
        }
    }

    private async Task<IReadOnlyList<TextPlacement>> PlaceAsync(int width, int height, bool isForeign, params FilmText[] texts) =>
        await PlaceAsync(await TypeBench.TypesetterAsync(), width, height, isForeign, texts);

    private Task<IReadOnlyList<TextPlacement>> PlaceAsync(Typesetter typesetter, int width, int height, bool isForeign, FilmText[] texts)
    {
        SceneSource source = isForeign ? new ClipScene("clip.mp4") : new DrawnScene(() => new FlatScene(width, height, 90, 40));
        var plan = _lab.Plan(width, height, 3) with { Scenes = [FilmLab.Scene(0, 3, source)], Texts = texts };
        var stage = new TextLayout(plan, FilmTimeline.Of(plan), typesetter);
        stage.Write([]);
        return Task.FromResult(stage.Placed);
    }
}
