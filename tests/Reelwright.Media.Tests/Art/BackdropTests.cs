using Reelwright.Media.Art;

namespace Reelwright.Media.Tests.Art;

public sealed class BackdropTests
{
    private static readonly Artwork Art = ArtKit.Create(new ArtSpec { Motif = "abstract", Direction = "dark_tech", Palette = [], Seed = 3 });

    [Fact]
    public void Scenes_share_colours_and_differ_in_where_the_lights_stand()
    {
        var scenes = Enumerable.Range(0, 6).Select(scene => Art.Blobs(scene, 1080, 1920)).ToList();

        scenes.SelectMany(blobs => blobs).Select(blob => blob.Colour).Distinct().Count().ShouldBe(5);
        scenes.Select(blobs => (blobs[0].X, blobs[0].Y)).Distinct().Count().ShouldBe(6);
        Art.Blobs(2, 1080, 1920).ShouldBe(Art.Blobs(2, 1080, 1920));
    }

    [Fact]
    public void Another_seed_is_another_light()
    {
        var layouts = Enumerable.Range(0, 20)
            .Select(seed => ArtKit.Create(new ArtSpec { Motif = "abstract", Direction = "dark_tech", Palette = [], Seed = seed }).Blobs(0, 1080, 1920)[0].X);

        layouts.Distinct().Count().ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1080)]
    public void No_light_has_a_rim(int width, int height)
    {
        for (var scene = 0; scene < 4; scene++)
        {
            var blobs = Art.Blobs(scene, width, height);
            for (var y = 60; y < height; y += 120)
            {
                var line = Enumerable.Range(0, width / 4).Select(x => Backdrop.ColourAt(x * 4, y, width, height, Art.Tones, blobs).B * 255).ToList();
                for (var x = 1; x < line.Count - 1; x++)
                {
                    // A rim is a kink; a tenth of a step of the screen is far below what is seen.
                    Math.Abs(line[x - 1] - (2 * line[x]) + line[x + 1]).ShouldBeLessThan(0.1f);
                }
            }
        }
    }

    [Fact]
    public void Slow_gradients_are_dithered_around_their_true_value()
    {
        using var image = Media.Vector.BgraImage.Create(256, 256);
        var blobs = Art.Blobs(0, 256, 256);
        Backdrop.Paint(image, Art.Tones, blobs);
        for (var top = 0; top < 256; top += 64)
        {
            double drawn = 0, wanted = 0;
            for (var i = 0; i < 1024; i++)
            {
                int x = 96 + (i % 32), y = top + 16 + (i / 32);
                drawn += image.Row(y)[x * 4];
                wanted += Backdrop.ColourAt(x, y, 256, 256, Art.Tones, blobs).B * 255;
            }

            (drawn / 1024).ShouldBe(wanted / 1024, 0.3);
        }
    }
}
