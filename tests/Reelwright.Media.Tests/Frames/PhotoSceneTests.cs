using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

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

        var frame = Scene.Frame(Scene.Of(role: "proof", camera: "static"), 40, ReferenceImage.FromRgb(red, 80, 80));

        // Near the top, where neither scrim nor many lights are.
        var luma = frame.Take(270 * 100).Order().ElementAt(270 * 50);
        var redness = frame.Skip((270 * 480) + (135 * 240)).Take(135 * 50).Order().ElementAt(135 * 25);
        ((int)luma).ShouldBeInRange(61, 65);
        ((int)redness).ShouldBeInRange(238, 240);
    }

    [Theory]
    [InlineData(480, 270, 270, 480)]
    [InlineData(270, 480, 480, 270)]
    public void A_picture_that_would_lose_too_much_is_shown_whole_before_itself(int pictureWidth, int pictureHeight, int width, int height)
    {
        // White at both far ends only: what fills the frame can show one of them at most.
        var recipe = Scene.Of(width, height, camera: "static");
        using var scene = SceneRenderer.Create(recipe, WhiteEnds(pictureWidth, pictureHeight));
        var hero = SceneLayout.For(width, height, "product").Hero;

        var frame = scene.Frame(75);

        var wide = pictureWidth > pictureHeight;
        var line = wide
            ? Enumerable.Range(0, width).Select(x => frame[((int)hero.CentreY * width) + x]).ToArray()
            : [.. Enumerable.Range(0, height).Select(y => frame[(y * width) + (int)hero.CentreX])];
        var bright = line.Index().Where(sample => sample.Item > 215).Select(sample => sample.Index).ToArray();
        var middle = (int)(wide ? hero.CentreX : hero.CentreY);
        bright.ShouldContain(at => at < middle);
        bright.ShouldContain(at => at > middle);
        ((int)line[middle]).ShouldBeLessThan(120);
        bright.Min().ShouldBeGreaterThan(5, "the card stands clear of the frame's edge");
        bright.Max().ShouldBeLessThan(line.Length - 5);
    }

    [Theory]
    [InlineData(600, 40, 270, 480)]
    [InlineData(600, 40, 480, 270)]
    [InlineData(40, 600, 480, 270)]
    public void Of_a_panorama_the_part_is_shown_where_something_is_to_be_seen(int pictureWidth, int pictureHeight, int width, int height)
    {
        // A white square of 30 pixels on black, two thirds along the way: of the whole strip it would be a speck.
        var picture = new byte[pictureWidth * pictureHeight * 3];
        var (left, top) = pictureWidth > pictureHeight ? (390, 5) : (5, 390);
        for (var y = top; y < top + 30; y++)
        {
            picture.AsSpan(((y * pictureWidth) + left) * 3, 30 * 3).Fill(255);
        }

        var frame = Scene.Frame(Scene.Of(width, height, camera: "static"), 75, ReferenceImage.FromRgb(picture, pictureWidth, pictureHeight));

        frame.Take(width * height).Count(light => light > 200).ShouldBeGreaterThan(1500);
    }

    [Fact]
    public void A_picture_of_another_length_is_refused() =>
        Should.Throw<ArgumentException>(() => ReferenceImage.FromRgb(new byte[10], 2, 2));

    private static ReferenceImage White(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)255);
        return ReferenceImage.FromRgb(pixels, width, height);
    }

    private static ReferenceImage WhiteEnds(int width, int height)
    {
        var pixels = new byte[width * height * 4];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i / 4 % width, i / 4 / width);
            var along = width > height ? (double)x / width : (double)y / height;
            pixels[i] = (byte)(along is < 0.06 or > 0.94 ? 255 : 60);
        }

        return ReferenceImage.FromBgra(pixels, width, height);
    }

    private static ReferenceImage Stripes(int width, int height)
    {
        var pixels = new byte[width * height * 4];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i / 4 % width / 10 % 2 == 0 ? 220 : 40);
        }

        return ReferenceImage.FromBgra(pixels, width, height);
    }
}
