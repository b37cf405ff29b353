using Reelwright.Media.Sound;

namespace Reelwright.Media.Tests.Sound;

public sealed class SongPlanTests
{
    [Theory]
    [InlineData(30, 120)]
    [InlineData(30, 76)]
    [InlineData(15, 126)]
    [InlineData(10, 88)]
    [InlineData(4, 60)]
    [InlineData(1, 60)]
    public void Bars_follow_each_other_without_a_gap_up_to_the_last_chord(double duration, int tempo)
    {
        var plan = Plan(duration, tempo, [0, duration / 4, duration / 2, duration * 0.8]);

        var at = 0.0;
        foreach (var bar in plan.Bars)
        {
            bar.Start.ShouldBe(at, 1e-9);
            bar.Beats.ShouldBeInRange(1, 5);
            at += bar.Beats * plan.Beat;
        }

        plan.Ending.ShouldBe(at, 1e-9);
        (duration - plan.Ending).ShouldBeGreaterThanOrEqualTo(Math.Min(1, duration));
    }

    [Fact]
    public void A_phrase_starts_on_the_beat_nearest_to_each_scene()
    {
        double[] scenes = [0, 4.7, 11.2, 19, 25.3];
        var plan = Plan(30, 120, scenes);

        foreach (var scene in scenes)
        {
            plan.Bars.ShouldContain(bar => Math.Abs(bar.Start - scene) <= plan.Beat / 2);
        }
    }

    [Fact]
    public void It_grows_towards_the_product()
    {
        var plan = Plan(30, 120, [0, 5, 10, 18, 25]);

        plan.Bars.Select(bar => bar.Section).Distinct().ShouldBe([SongSection.Intro, SongSection.Build, SongSection.Lift, SongSection.Outro]);
        plan.Lift.ShouldBe(10);
    }

    [Fact]
    public void A_film_of_one_scene_grows_as_well() =>
        Plan(30, 120, [0]).Bars.Select(bar => bar.Section).Distinct().Count().ShouldBeGreaterThan(2);

    [Fact]
    public void Chords_are_voiced_near_their_centre()
    {
        foreach (var style in MusicStyles.All)
        {
            foreach (var chord in style.Verse.Concat(style.Lift).Append(style.Ending))
            {
                var notes = Pitch.Around(chord, style.Tonic, 60);
                notes.ShouldAllBe(note => note >= 54 && note < 66);
                notes.Select(note => note % 12).Order().ShouldBe(chord.Select(step => (style.Tonic + step) % 12).Order());
            }
        }
    }

    private static SongPlan Plan(double duration, int tempo, double[] scenes) => SongPlan.Make(
        new MusicSpec { Mood = "upbeat", TempoBpm = tempo, Duration = duration, SceneStarts = scenes, Seed = 1 }, MusicStyles.Find("upbeat"));
}
