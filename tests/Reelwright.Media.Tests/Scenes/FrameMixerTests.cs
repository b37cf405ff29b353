using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Scenes;

public sealed class FrameMixerTests
{
    private const int Width = 38;
    private const int Height = 22;

    [Theory]
    [InlineData("crossfade")]
    [InlineData("push_up")]
    [InlineData("push_left")]
    [InlineData("cut")]
    [InlineData("a word from elsewhere")]
    public void A_transition_starts_with_one_scene_and_ends_with_the_other(string transition)
    {
        Mix(transition, 0).ShouldBe(Numbered(0));
        Mix(transition, 1).ShouldBe(Numbered(100));
    }

    [Fact]
    public void A_crossfade_is_the_mean_in_the_middle() =>
        Mix("crossfade", 0.5).ShouldBe(Numbered(0).Zip(Numbered(100), (a, b) => (byte)((a + b + 1) / 2)));

    [Fact]
    public void A_cut_is_one_scene_until_the_middle()
    {
        Mix("cut", 0.49).ShouldBe(Numbered(0));
        Mix("cut", 0.5).ShouldBe(Numbered(100));
    }

    [Fact]
    public void A_push_up_brings_the_next_scene_in_from_below()
    {
        // Half of 22 rows is 11; whole chroma rows make it 10 or 12.
        var mixed = Mix("push_up", 0.5);
        var step = Height - Array.IndexOf(Rows(mixed, 0, Width), Rows(Numbered(100), 0, Width)[0]);

        (step % 2).ShouldBe(0);
        step.ShouldBeInRange(10, 12);
        Rows(mixed, 0, Width)[0].ShouldBe(Rows(Numbered(0), 0, Width)[step]);
        Rows(mixed, Width * Height, Width / 2)[0].ShouldBe(Rows(Numbered(0), Width * Height, Width / 2)[step / 2]);
        Rows(mixed, Width * Height * 5 / 4, Width / 2)[^1].ShouldBe(Rows(Numbered(100), Width * Height * 5 / 4, Width / 2)[(step / 2) - 1]);
    }

    [Fact]
    public void A_push_left_brings_the_next_scene_in_from_the_right()
    {
        var mixed = Mix("push_left", 0.5);
        var (from, to) = (Numbered(0), Numbered(100));
        const int Step = 20;

        mixed[..(Width - Step)].ShouldBe(from[Step..Width]);
        mixed[(Width - Step)..Width].ShouldBe(to[..Step]);
        var chroma = Width * Height;
        mixed[chroma..(chroma + 9)].ShouldBe(from[(chroma + 10)..(chroma + 19)]);
        mixed[(chroma + 9)..(chroma + 19)].ShouldBe(to[chroma..(chroma + 10)]);
    }

    [Fact]
    public void Frames_of_another_size_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => FrameMixer.Mix("cut", new byte[12], new byte[13], 2, 4, 0.5));

    private static byte[] Mix(string transition, double progress)
    {
        var frame = Numbered(0);
        FrameMixer.Mix(transition, frame, Numbered(100), Width, Height, progress);
        return frame;
    }

    /// <summary>Bytes that tell their place; two frames of different offset share no row.</summary>
    private static byte[] Numbered(int offset) =>
        [.. Enumerable.Range(0, Width * Height * 3 / 2).Select(i => (byte)(((i * 37) + (i / Width * 11) + offset) % 251))];

    private static string[] Rows(byte[] frame, int start, int width) =>
        [.. frame.Skip(start).Take(width == Width ? Width * Height : Width * Height / 4).Chunk(width).Select(Convert.ToHexString)];
}
