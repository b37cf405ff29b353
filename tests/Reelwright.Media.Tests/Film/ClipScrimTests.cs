using Reelwright.Media.Colour;
using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Film;

public sealed class ClipScrimTests
{
    private const int Side = 240;
    private const byte White = 235;
    private static readonly Box Text = new(80, 100, 80, 30);

    [Fact]
    public void On_a_white_picture_the_ground_of_white_text_has_enough_contrast()
    {
        var light = LightAt(White, frame: 50);

        var grey = (At(light, 120, 115) - 16) / 219f;
        Contrast.Ratio(new Rgb(1, 1, 1), new Rgb(grey, grey, grey)).ShouldBeGreaterThan(4.5f);
    }

    [Fact]
    public void Far_from_the_text_the_picture_stays_as_it_came()
    {
        var light = LightAt(White, frame: 50);

        At(light, 5, 5).ShouldBe(White);
        At(light, 120, 12).ShouldBe(White);
        At(light, 120, 220).ShouldBe(White);
        At(light, 237, 115).ShouldBe(White);
    }

    [Fact]
    public void A_dark_picture_is_hardly_touched() => At(LightAt(60, frame: 50), 120, 115).ShouldBeInRange((byte)54, (byte)59);

    [Theory]
    [InlineData(10)]
    [InlineData(95)]
    public void Without_the_text_there_is_no_shade(int frame) => LightAt(White, frame).ShouldAllBe(pixel => pixel == White);

    [Fact]
    public void It_comes_and_goes_by_degrees_and_has_no_edge()
    {
        var over = Enumerable.Range(15, 80).Select(frame => (int)At(LightAt(White, frame), 120, 115)).ToArray();
        over.Zip(over.Skip(1)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 25);

        var down = Enumerable.Range(0, Side).Select(y => (int)At(LightAt(White, 50), 120, y)).ToArray();
        down.Zip(down.Skip(1)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 9);
    }

    [Fact]
    public void Two_texts_close_to_each_other_do_not_darken_twice()
    {
        var alone = LightAt(White, 50, new ClipShade(Text, 20, 80));
        var both = LightAt(White, 50, new ClipShade(Text, 20, 80), new ClipShade(Text with { Y = Text.Bottom + 8 }, 20, 80));

        At(both, 120, 115).ShouldBe(At(alone, 120, 115));
    }

    [Fact]
    public void Colour_fades_as_light_does()
    {
        var frame = Render(new BlueScene(Side, White), 50, new ClipShade(Text, 20, 80));

        frame[(Side * Side) + (57 * (Side / 2)) + 60].ShouldBeInRange((byte)150, (byte)170, "80 above grey at first, of which two fifths are left");
        frame[(Side * Side) + 2].ShouldBe(BlueScene.Blue);
    }

    private static byte[] LightAt(byte shade, int frame) => LightAt(shade, frame, new ClipShade(Text, 20, 80));

    private static byte[] LightAt(byte shade, int frame, params ClipShade[] shades) => Render(new FlatScene(Side, Side, 100, shade), frame, shades)[..(Side * Side)];

    private static byte[] Render(IFrameSource clip, int frame, params ClipShade[] shades)
    {
        using var scrim = new ClipScrim(clip, shades);
        var pixels = new byte[Side * Side * 3 / 2];
        scrim.Render(frame, pixels);
        return pixels;
    }

    private static byte At(byte[] light, int x, int y) => light[(y * Side) + x];

    private sealed class BlueScene(int side, byte light) : IFrameSource
    {
        public const byte Blue = 208;

        public int Width => side;

        public int Height => side;

        public int FrameCount => 100;

        public void Render(int frame, Span<byte> yuv420p)
        {
            yuv420p[..(side * side)].Fill(light);
            yuv420p[(side * side)..].Fill(Blue);
        }

        public void Dispose()
        {
        }
    }
}
