using System.Buffers.Binary;
using Reelwright.Media.Sound;

namespace Reelwright.Media.Tests.Sound;

public sealed class MusicSynthTests
{
    public static TheoryData<string> Moods => ["calm", "elegant", "energetic", "epic", "playful", "tech", "upbeat", "warm", "another"];

    [Theory]
    [MemberData(nameof(Moods))]
    public void Every_mood_is_heard_never_clips_begins_without_a_click_and_ends_in_silence(string mood)
    {
        var sound = MusicSynth.Play(Spec(mood) with { Duration = 8 });

        Peak(sound).ShouldBeLessThan(0.95f);
        Level(sound, 0, 8).ShouldBeInRange(0.06, 0.25);
        Peak(sound.AsSpan(0, 96)).ShouldBeLessThan(0.02f);
        Peak(sound.AsSpan(sound.Length - (2 * 48 * 100))).ShouldBeLessThan(0.02f);
        Peak(sound.AsSpan(sound.Length - (2 * 48 * 45))).ShouldBe(0);
    }

    [Fact]
    public void The_last_chord_rings_until_shortly_before_the_end()
    {
        var spec = Spec("warm");
        var sound = MusicSynth.Play(spec);
        var ending = SongPlan.Make(spec, MusicStyles.Find("warm")).Ending;

        Level(sound, ending, ending + 0.4).ShouldBeGreaterThan(0.05);
        Level(sound, spec.Duration - 0.9, spec.Duration - 0.6).ShouldBeGreaterThan(0.003);
    }

    [Fact]
    public void The_same_spec_gives_the_same_sound() =>
        MusicSynth.Play(Spec("tech")).AsSpan().SequenceEqual(MusicSynth.Play(Spec("tech"))).ShouldBeTrue();

    [Fact]
    public void Another_seed_gives_another_tune() =>
        MusicSynth.Play(Spec("upbeat")).AsSpan().SequenceEqual(MusicSynth.Play(Spec("upbeat") with { Seed = 99 })).ShouldBeFalse();

    [Theory]
    [InlineData("energetic", 126)]
    [InlineData("upbeat", 100)]
    [InlineData("epic", 84)]
    public void Hits_come_at_the_tempo_that_was_asked_for(string mood, int tempo)
    {
        var sound = MusicSynth.Play(Spec(mood) with { TempoBpm = tempo });
        var onsets = Onsets(sound);
        var beat = (int)Math.Round(60.0 / tempo * 100);

        var atBeat = Enumerable.Range(beat - 1, 3).Max(lag => Alike(onsets, lag));

        atBeat.ShouldBeGreaterThan(2 * Alike(onsets, (int)(beat * 0.87)));
        atBeat.ShouldBeGreaterThan(2 * Alike(onsets, (int)(beat * 1.13)));
    }

    [Fact]
    public void The_product_s_part_is_louder_than_the_beginning()
    {
        var sound = MusicSynth.Play(Spec("energetic"));

        Level(sound, 7, 9).ShouldBeGreaterThan(1.3 * Level(sound, 0.5, 2.5));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(6.5)]
    [InlineData(3.21)]
    public void The_file_is_as_long_as_the_film_to_the_sample(double duration)
    {
        var path = Path.Combine(Path.GetTempPath(), $"reelwright-{Guid.CreateVersion7()}.wav");
        try
        {
            MusicSynth.WriteWav(Spec("warm") with { Duration = duration }, path);

            var bytes = File.ReadAllBytes(path);
            var frames = (int)Math.Round(duration * 48000);
            bytes.Length.ShouldBe(58 + (frames * 8));
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)).ShouldBe(bytes.Length - 8);
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(54)).ShouldBe(frames * 8);
            File.Exists(path + ".part").ShouldBeFalse();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MusicSpec Spec(string mood) =>
        new() { Mood = mood, TempoBpm = 112, Duration = 12, SceneStarts = [0, 2.5, 5.5, 9], Seed = 3 };

    private static float Peak(ReadOnlySpan<float> sound)
    {
        var peak = 0f;
        foreach (var sample in sound)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    private static double Level(float[] sound, double from, double to) =>
        Math.Sqrt(sound.AsSpan((int)(from * 48000) * 2, (int)((to - from) * 48000) * 2).ToArray().Average(sample => (double)sample * sample));

    /// <summary>How much the treble rises, 100 times a second, compared to its mean rise.</summary>
    private static double[] Onsets(float[] sound)
    {
        double[] treble = [.. sound.Skip(4).Zip(sound, (a, b) => (double)(a - b) * (a - b)).Chunk(960).Select(block => Math.Log(1e-7 + block.Average()))];
        var rises = treble.Zip(treble.Skip(1), (a, b) => Math.Max(0, b - a)).ToArray();
        var mean = rises.Average();
        return [.. rises.Select(rise => rise - mean)];
    }

    private static double Alike(double[] onsets, int lag) =>
        Enumerable.Range(0, onsets.Length - lag).Sum(i => onsets[i] * onsets[i + lag]);
}
