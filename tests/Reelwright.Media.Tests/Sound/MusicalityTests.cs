using Reelwright.Media.Sound;

namespace Reelwright.Media.Tests.Sound;

/// <summary>What a listener would say of the music: it is in a key, its chords change with the scenes, and its beat is steady.</summary>
public sealed class MusicalityTests
{
    private static readonly int[] Major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly double[] Scenes = [0, 4, 9, 15];

    /// <summary>All but the calm one, in which hardly anything is struck.</summary>
    public static TheoryData<string> StruckMoods => ["elegant", "energetic", "epic", "playful", "tech", "upbeat", "warm"];

    public static TheoryData<string> Moods => ["calm", "elegant", "energetic", "epic", "playful", "tech", "upbeat", "warm"];

    [Theory]
    [MemberData(nameof(Moods))]
    public void It_stays_in_its_key(string mood)
    {
        var style = MusicStyles.Find(mood);
        var scale = style.Ending.Contains(3) ? Minor : Major;
        var chroma = Ear.Chroma(MusicSynth.Play(Spec(mood)), 0, 18);

        var inKey = Enumerable.Range(0, 12).Select(tonic => scale.Sum(step => chroma[(tonic + step) % 12])).ToArray();

        inKey[style.Tonic % 12].ShouldBe(inKey.Max(), "another key would fit better");
        inKey[style.Tonic % 12].ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [MemberData(nameof(Moods))]
    public void It_comes_home_at_the_end(string mood)
    {
        var style = MusicStyles.Find(mood);
        var spec = Spec(mood);
        var ending = SongPlan.Make(spec, style).Ending;
        var chroma = Ear.Chroma(MusicSynth.Play(spec), ending + 0.1, ending + 1.3);

        style.Ending.Sum(step => chroma[(style.Tonic + step) % 12]).ShouldBeGreaterThan(0.75);
    }

    [Theory]
    [MemberData(nameof(Moods))]
    public void The_harmony_changes_where_a_scene_begins(string mood)
    {
        var spec = Spec(mood);
        var plan = SongPlan.Make(spec, MusicStyles.Find(mood));
        var sound = MusicSynth.Play(spec);
        var changes = Scenes.Skip(1).Select(scene => plan.Bars.Select(bar => bar.Start).MinBy(start => Math.Abs(start - scene))).ToList();

        changes.Zip(Scenes.Skip(1), (change, scene) => Math.Abs(change - scene)).Max().ShouldBeLessThanOrEqualTo(plan.Beat / 2);
        changes.Average(change => Ear.Alike(Ear.Chroma(sound, change - 0.9, change - 0.02), Ear.Chroma(sound, change + 0.12, change + 1))).ShouldBeLessThan(0.8);
    }

    [Theory]
    [MemberData(nameof(StruckMoods))]
    public void What_is_struck_is_struck_on_the_grid(string mood)
    {
        var spec = Spec(mood);
        var style = MusicStyles.Find(mood);
        var plan = SongPlan.Make(spec, style);
        var sixteenth = plan.Beat / 4;
        var onsets = Ear.Onsets(MusicSynth.Play(spec)).Where(onset => onset < plan.Ending).ToList();

        onsets.Count.ShouldBeGreaterThan(8);
        var onGrid = onsets.Count(onset =>
        {
            var step = (int)Math.Round(onset / sixteenth);
            return Enumerable.Range(step - 1, 3).Any(near => Math.Abs(onset - ((near + (near % 2 == 1 ? style.Swing : 0)) * sixteenth)) < 0.02);
        });
        ((double)onGrid / onsets.Count).ShouldBeGreaterThan(0.85);
    }

    private static MusicSpec Spec(string mood) =>
        new() { Mood = mood, TempoBpm = 104, Duration = 20, SceneStarts = Scenes, Seed = 5 };
}
