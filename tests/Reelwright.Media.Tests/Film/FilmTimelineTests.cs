using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class FilmTimelineTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public void Scenes_cover_the_film_to_the_frame_however_seconds_are_rounded()
    {
        var plan = _lab.Plan(64, 64, 10, 3) with { Duration = 10 };

        var timeline = FilmTimeline.Of(plan);

        timeline.Select(scene => (scene.Start, scene.End)).ShouldBe([(0, 100), (100, 200), (200, 300)]);
    }

    [Fact]
    public void A_gap_belongs_to_the_scene_before_it()
    {
        var source = _lab.Plan(64, 64, 1).Scenes[0].Source;
        var plan = _lab.Plan(64, 64, 6) with { Scenes = [FilmLab.Scene(0.4, 2, source), FilmLab.Scene(3, 5, source)] };

        FilmTimeline.Of(plan).Select(scene => (scene.Start, scene.End)).ShouldBe([(0, 90), (90, 180)]);
    }

    [Fact]
    public void A_transition_overlaps_the_next_scene_and_a_cut_does_not()
    {
        var source = _lab.Plan(64, 64, 1).Scenes[0].Source;
        var plan = _lab.Plan(64, 64, 9) with
        {
            Scenes = [FilmLab.Scene(0, 3, source, transition: "push_up"), FilmLab.Scene(3, 6, source, transition: "cut"), FilmLab.Scene(6, 9, source)],
        };

        FilmTimeline.Of(plan).Select(scene => (scene.Overlap, scene.Entrance)).ShouldBe([(0, "cut"), (15, "push_up"), (0, "cut")]);
    }

    [Fact]
    public void A_transition_takes_at_most_half_of_a_short_scene()
    {
        var source = _lab.Plan(64, 64, 1).Scenes[0].Source;
        var plan = _lab.Plan(64, 64, 3) with { Scenes = [FilmLab.Scene(0, 2.6, source, transition: "crossfade"), FilmLab.Scene(2.6, 3, source)] };

        FilmTimeline.Of(plan)[1].Overlap.ShouldBe(6);
    }

    [Theory]
    [InlineData(63, 64, 1)]
    [InlineData(64, 65, 1)]
    [InlineData(64, 9000, 1)]
    [InlineData(64, 64, 0)]
    [InlineData(64, 64, double.NaN)]
    public void What_cannot_be_a_film_is_refused(int width, int height, double duration) =>
        Should.Throw<ArgumentException>(() => FilmTimeline.Of(_lab.Plan(64, 64, 1) with { Width = width, Height = height, Duration = duration }));

    [Fact]
    public void A_scene_without_a_frame_is_named()
    {
        var source = _lab.Plan(64, 64, 1).Scenes[0].Source;
        var plan = _lab.Plan(64, 64, 3) with { Scenes = [FilmLab.Scene(0, 2, source), FilmLab.Scene((3 * 1.1) - 0.3, 4, source)] };

        plan.Scenes[1].Start.ShouldNotBe(3, "tenths are not exact");
        Should.Throw<ArgumentException>(() => FilmTimeline.Of(plan)).Message.ShouldStartWith("Scene 1 starts at 3 s and");
    }

    public void Dispose() => _lab.Dispose();
}
