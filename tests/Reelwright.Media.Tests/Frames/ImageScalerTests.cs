using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Frames;

public sealed class ImageScalerTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(97, 31)]
    [InlineData(300, 400)]
    public void An_even_area_stays_as_it_is(int width, int height)
    {
        var grey = new byte[100 * 80 * 4];
        Array.Fill(grey, (byte)77);

        ImageScaler.Scale(grey, 100, 80, new Box(3, 4, 90, 70), width, height, 0)
            .Where((_, i) => i % 4 != 3).ShouldAllBe(value => value == 77);
    }

    [Fact]
    public void Fine_detail_becomes_its_mean_when_it_shrinks()
    {
        var checks = new byte[256 * 256 * 4];
        for (var i = 0; i < checks.Length; i++)
        {
            checks[i] = (byte)(((i / 4) + (i / 1024)) % 2 == 0 ? 255 : 0);
        }

        ImageScaler.Scale(checks, 256, 256, new Box(0, 0, 256, 256), 16, 16, 0)
            .Where((_, i) => i % 4 != 3).ShouldAllBe(value => value > 120 && value < 135);
    }

    [Fact]
    public void A_crop_shows_where_the_picture_is_interesting()
    {
        // Grey, with a coloured pattern at the right.
        var pixels = new byte[400 * 200 * 3];
        Array.Fill(pixels, (byte)120);
        for (var y = 60; y < 140; y++)
        {
            for (var x = 280; x < 360; x++)
            {
                pixels[((y * 400) + x) * 3] = (byte)(x / 8 % 2 == 0 ? 255 : 20);
            }
        }

        var crop = SmartCrop.Find(ReferenceImage.FromRgb(pixels, 400, 200), 1080, 1920);

        crop.Height.ShouldBe(200, 0.01);
        crop.Width.ShouldBe(112.5, 0.01);
        crop.X.ShouldBeInRange(240, 287.5);
    }

    [Fact]
    public void A_picture_of_the_frame_s_own_shape_is_not_cropped() =>
        SmartCrop.Find(ReferenceImage.FromRgb(new byte[90 * 160 * 3], 90, 160), 1080, 1920).ShouldBe(new Box(0, 0, 90, 160));
}
