using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Text;

public sealed class AssTests
{
    [Fact]
    public void Commands_in_a_text_are_made_harmless() =>
        AssText.Escape("{\\b1}C:\\New\nline").ShouldBe("\\{\\\u2060b1\\}C:\\\u2060New line");

    [Theory]
    [InlineData("-->", "-\u2060-\u2060>")]
    [InlineData("a => b", "a =\u2060> b")]
    [InlineData("well-known", "well-known")]
    public void An_arrow_of_characters_is_drawn_as_it_stands(string text, string written) => AssText.Escape(text).ShouldBe(written);

    [Theory]
    [InlineData("#ffffff", "&HFFFFFF&")]
    [InlineData("#000000", "&H000000&")]
    [InlineData("#808080", "&H808080&")]
    [InlineData("#c08040", "&H437EBA&")]
    public void Colours_are_turned_around_for_libass_and_into_its_matrix(string colour, string written) => AssText.Colour(colour).ShouldBe(written);

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    public void What_is_no_colour_is_refused(string text) => Should.Throw<ArgumentException>(() => AssText.Colour(text));

    [Fact]
    public void Events_change_between_frames_so_that_each_frame_belongs_to_one()
    {
        var script = new AssScript(100, 100);

        script.Add(0, 0, 1, "\\an5", "one");
        script.Add(0, 1, 2, "\\an5", "two");
        script.Add(0, 5400, 5401, "\\an5", "three");
        script.Add(0, 7, 7, "\\an5", "never");

        var events = script.ToString().Split('\n').Where(line => line.StartsWith("Dialogue", StringComparison.Ordinal)).ToArray();
        events.ShouldBe(["Dialogue: 0,0:00:00.00,0:00:00.02,T,,0,0,0,,{\\an5}one", "Dialogue: 0,0:00:00.02,0:00:00.05,T,,0,0,0,,{\\an5}two", "Dialogue: 0,0:02:59.98,0:03:00.02,T,,0,0,0,,{\\an5}three"]);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("rise")]
    [InlineData("fade")]
    [InlineData("pop")]
    [InlineData("something else")]
    public void Every_movement_begins_unseen_and_ends_at_rest(string style)
    {
        var motion = Motion.Of(style);

        motion.Enter(-1).Opacity.ShouldBe(0);
        motion.Enter(0).Opacity.ShouldBeInRange(0.001, 0.5);
        motion.Enter(motion.Frames).ShouldBe(Pose.Rest);
        motion.Enter(motion.Frames - 1).Down.ShouldBe(0, 0.05);
        motion.Enter(motion.Frames - 1).Scale.ShouldBe(1, 0.05);
    }

    [Fact]
    public async Task Words_of_Latin_come_one_by_one_and_Arabic_comes_by_lines()
    {
        (await EventsAsync("Your day, finally in sync")).ShouldBeGreaterThan(await EventsAsync("ساعتك الجديدة تواكب يومك في كل لحظة") + 30);
    }

    [Fact]
    public async Task A_right_to_left_text_is_held_at_the_right_edge()
    {
        var block = await TypeBench.HeadlineAsync("ساعتك الجديدة");

        Typesetter.Edge(block, new Box(100, 0, 800, 100), Side.Start).ShouldBe((Hold.Right, 900));
        block.Tracking.ShouldBe(0);
    }

    [Fact]
    public async Task A_line_is_written_whole_in_every_frame_so_that_its_words_stand_still()
    {
        var script = await ScriptAsync("One two");

        var events = script.Split('\n').Where(line => line.StartsWith("Dialogue", StringComparison.Ordinal)).ToArray();
        events.ShouldAllBe(line => line.Contains("One", StringComparison.Ordinal) && line.Contains("two", StringComparison.Ordinal));
    }

    private static async Task<int> EventsAsync(string text) => (await ScriptAsync(text)).Split("Dialogue:").Length;

    private static async Task<string> ScriptAsync(string text)
    {
        var script = new AssScript(1080, 1920);
        new LetteringWriter(script).Write(new Lettering
        {
            Block = await TypeBench.HeadlineAsync(text),
            X = 100,
            Y = 100,
            Hold = Hold.Left,
            FromFrame = 0,
            ToFrame = 90,
            Motion = Motion.Words,
            Colour = "#ffffff",
            Bounds = new Box(0, 0, 1080, 1920),
        });
        return script.ToString();
    }
}
