using Reelwright.Media.Frames;

namespace Reelwright.Media.Tests.Frames;

public sealed class PhotoSceneTests
{
    [Theory]
    [InlineData(270, 480)]
    [InlineData(480, 270)]
    [InlineData(270, 270)]
    public void A_picture_fills_the_whole_frame_with_every_camera(int width, int height)
    {
        // A white picture on a dark look: a gap at an edge would be black.
        foreach (var camera in (string[])["push_in", "pull_out", "pan_left", "pan_right", "orbit", "close_up", "static"])
        {
            using var scene = SceneRenderer.Create(Scene.Of(width, height, camera: camera), White(64, 48));
            foreach (var number in (int[])[0, 75, 165])
            {
                var frame = scene.Frame(number);
                for (var x = 0; x < width; x++)
                {
                    frame[x].ShouldBeGreaterThan((byte)30);
                    frame[((height - 1) * width) + x].ShouldBeGreaterThan((byte)30);
                }

                for (var y = 0; y < height; y++)
                {
                    frame[(y * width) + width - 1].ShouldBeGreaterThan((byte)30);
                }
            }
        }
    }

    [Fact]
    public void A_picture_moves()
    {
        var recipe = Scene.Of(camera: "pan_left");
        using var scene = SceneRenderer.Create(recipe, Stripes(200, 200));

        Scene.Difference(recipe, scene.Frame(60), scene.Frame(61)).ShouldBeGreaterThan(0.05);
        Scene.Difference(recipe, scene.Frame(0), scene.Frame(149)).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Colours_come_through_as_BT_709()
    {
        var red = new byte[80 * 80 * 3];
        for (var i = 0; i < red.Length; i += 3)
        {
            red[i] = 255;
        }

        var frame = Scene.Frame(Scene.Of(camera: "static"), 40, PlateImage.FromRgb(red, 80, 80));

        // Near the top, where neither scrim nor many lights are.
        var luma = frame.Take(270 * 100).Order().ElementAt(270 * 50);
        var redness = frame.Skip((270 * 480) + (135 * 240)).Take(135 * 50).Order().ElementAt(135 * 25);
        ((int)luma).ShouldBeInRange(61, 65);
        ((int)redness).ShouldBeInRange(238, 240);
    }

    [Fact]
    public void A_picture_of_another_length_is_refused() =>
        Should.Throw<ArgumentException>(() => PlateImage.FromRgb(new byte[10], 2, 2));

    private static PlateImage White(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)255);
        return PlateImage.FromRgb(pixels, width, height);
    }

    private static PlateImage Stripes(int width, int height)
    {
        var pixels = new byte[width * height * 4];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i / 4 % width / 10 % 2 == 0 ? 220 : 40);
        }

        return PlateImage.FromBgra(pixels, width, height);
    }
}
