using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class StoryboardMomentTests : IDisposable
{
    private readonly FilmLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void It_is_after_the_last_text_came_and_before_the_first_of_those_seen_leaves()
    {
        var plan = Film(
            new FilmText { Text = "gone before", Position = "headline", Start = 3.1, End = 3.5 },
            new FilmText { Text = "first", Position = "headline", Start = 3.5, End = 5.6 },
            new FilmText { Text = "second", Position = "subline", Start = 4, End = 6 });

        Moment(plan).ShouldBeInRange((4 * 30) + 36, (int)(5.6 * 30) - 6);
    }

    [Fact]
    public void Without_a_text_it_is_the_middle() => Moment(Film()).ShouldBe(135);

    [Theory]
    [InlineData(3.0, 3.2)]
    [InlineData(5.8, 6.0)]
    public void It_is_inside_the_scene_and_outside_its_transition_however_short_a_text_is(double start, double end) =>
        Moment(Film(new FilmText { Text = "brief", Position = "headline", Start = start, End = end })).ShouldBeInRange(90 + FilmTimeline.TransitionFrames, 179);

    private FilmPlan Film(params FilmText[] texts)
    {
        var source = _lab.Plan(64, 64, 1).Scenes[0].Source;
        return _lab.Plan(64, 64, 9) with
        {
            Scenes = [FilmLab.Scene(0, 3, source, transition: "crossfade"), FilmLab.Scene(3, 6, source, transition: "cut"), FilmLab.Scene(6, 9, source)],
            Texts = texts,
        };
    }

    private static int Moment(FilmPlan plan)
    {
        var timeline = FilmTimeline.Of(plan);
        return StoryboardMoment.Of(plan, timeline, timeline[1]);
    }
}
