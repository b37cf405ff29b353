using Reelwright.Media.Frames;

namespace Reelwright.Media.Tests.Frames;

public sealed class YuvTests
{
    /// <summary>Values of 100 % colour bars in BT.709 limited range.</summary>
    [Theory]
    [InlineData(1, 1, 1, 235, 128, 128)]
    [InlineData(0, 0, 0, 16, 128, 128)]
    [InlineData(1, 0, 0, 63, 102, 240)]
    [InlineData(0, 1, 0, 173, 42, 26)]
    [InlineData(0, 0, 1, 32, 240, 118)]
    public void Colour_bars_have_their_standard_values(float red, float green, float blue, double y, double u, double v)
    {
        var colour = Yuv.FromRgb(red, green, blue);

        ((double)colour.Y).ShouldBe(y, 0.6);
        ((double)colour.U).ShouldBe(u, 0.6);
        ((double)colour.V).ShouldBe(v, 0.6);
    }
}
