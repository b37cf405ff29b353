using Reelwright.Media.Film.Quality;
using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Film.Quality;

public sealed class FrameWatchTests
{
    private const int Side = 64;

    [Fact]
    public void Black_frames_and_repeated_ones_are_counted_and_the_longest_stillness_is_timed()
    {
        var watch = new FrameWatch(Side, Side);
        byte[] light = [16, 16, 16, 90, 90, 91, 91, 91, 91, 91, 91, 120];

        foreach (var shade in light)
        {
            watch.See(Frame(shade));
        }

        watch.Black.ShouldBe(3);
        watch.Duplicates.ShouldBe(2 + 1 + 5);
        watch.LongestFreezeSeconds.ShouldBe(6 / 30.0, 0.001);
    }

    [Fact]
    public void One_bright_spot_makes_a_frame_neither_black_nor_the_same()
    {
        var watch = new FrameWatch(Side, Side);
        var spot = Frame(16);
        spot[(8 * Side) + 8] = 200;

        watch.See(Frame(16));
        watch.See(spot);

        (watch.Black, watch.Duplicates, watch.LongestFreezeSeconds).ShouldBe((1, 0, 0.0));
    }

    [Fact]
    public void A_text_is_measured_against_the_pixels_under_it_in_its_own_frame_alone()
    {
        // White (235) on the left half, black on the right.
        var frame = Frame(16);
        for (var at = 0; at < Side * Side; at++)
        {
            frame[at] = at % Side < Side / 2 ? (byte)235 : (byte)16;
        }

        Measure(new Box(36, 10, 24, 20), "#ffffff", frame).ShouldNotBeNull().ShouldBe(21, 0.1);
        Measure(new Box(2, 10, 24, 20), "#ffffff", frame).ShouldNotBeNull().ShouldBe(1, 0.01);
        Measure(new Box(2, 10, 24, 20), "#000000", frame).ShouldNotBeNull().ShouldBe(21, 0.1);
        Measure(new Box(20, 10, 24, 20), "#ffffff", frame).ShouldNotBeNull().ShouldBe(1, 0.01);
        Measure(new Box(2, 10, 24, 20), "#ffffff", frame, seen: 4).ShouldBeNull();
    }

    private static double? Measure(Box box, string ink, byte[] frame, int seen = 5)
    {
        var contrast = new TextContrast([new TextPlacement { Box = box, Safe = box, From = 0, To = 10, Ink = ink }], Side, Side);
        contrast.See(seen, frame);
        return contrast.Lowest;
    }

    private static byte[] Frame(byte light)
    {
        var frame = new byte[Side * Side * 3 / 2];
        Array.Fill(frame, (byte)128);
        Array.Fill(frame, light, 0, Side * Side);
        return frame;
    }
}
