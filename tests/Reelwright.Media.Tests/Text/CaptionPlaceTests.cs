using Reelwright.Media.Captions;
using Reelwright.Media.Film;
using Reelwright.Media.Scenes;
using Reelwright.Media.Tests.Film;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Text;

public sealed class CaptionPlaceTests
{
    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1080)]
    public async Task A_long_caption_on_the_end_card_stands_below_its_button(int width, int height)
    {
        const string Caption = "Order today and have it tomorrow, with free returns for a whole year and a letter from whoever made it for you.";
        using var lab = new FilmLab();
        var plan = lab.Plan(width, height, 3) with
        {
            Scenes = [FilmLab.Scene(0, 3, new DrawnScene(() => new FlatScene(width, height, 90, 40)), "cta")],
            Texts = [FilmLab.Text("Aurora", 0, 3, "end_card"), FilmLab.Text("Order today", 0, 3, "button", "pop")],
        };
        var layout = SceneLayout.For(width, height, "cta");
        var stage = new TextLayout(plan, FilmTimeline.Of(plan), await TypeBench.TypesetterAsync());

        stage.Write(CaptionCues.Of([new CaptionLine(0, 3, Caption)]).Cues);

        var caption = stage.Placed.MaxBy(text => text.Box.Y).ShouldNotBeNull().Box;
        caption.Y.ShouldBeGreaterThan(layout.Button.Bottom);
        caption.Bottom.ShouldBeLessThanOrEqualTo(layout.Safe.Bottom);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_address_on_the_end_card_is_seen_with_captions_and_without(bool captions)
    {
        using var lab = new FilmLab();
        var plan = lab.Plan(1080, 1920, 3) with
        {
            Scenes = [FilmLab.Scene(0, 3, new DrawnScene(() => new FlatScene(1080, 1920, 90, 40)), "cta")],
            Texts = [FilmLab.Text("Aurora", 0, 3, "end_card"), FilmLab.Text("Order today", 0, 3, "button", "pop"), FilmLab.Text("aurora.example", 0, 3, "subline")],
        };
        var stage = new TextLayout(plan, FilmTimeline.Of(plan), await TypeBench.TypesetterAsync());

        stage.Write(captions ? CaptionCues.Of([new CaptionLine(0, 3, "Order today.")]).Cues : []).ShouldNotBeNull().ShouldContain("aurora");

        var boxes = stage.Placed.Select(text => text.Box).OrderBy(box => box.Y).ToList();
        boxes.Count.ShouldBe(captions ? 4 : 3);
        boxes.Zip(boxes.Skip(1)).ShouldAllBe(pair => pair.First.Bottom <= pair.Second.Y + 1);
    }
}
