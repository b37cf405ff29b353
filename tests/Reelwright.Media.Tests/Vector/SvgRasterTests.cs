using Reelwright.Media.Vector;

namespace Reelwright.Media.Tests.Vector;

public sealed class SvgRasterTests
{
    private const string Half = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="1" height="1" fill="#ff8000" fill-opacity=".5"/></svg>""";

    [Fact]
    public void The_drawing_libraries_of_this_machine_work() => SvgRaster.Probe().ShouldBeNull();

    [Fact]
    public void Pixels_are_premultiplied_blue_green_red_alpha()
    {
        using var image = SvgRaster.Render(Half, 20, 10);

        image.Row(5)[..4].ToArray().ShouldBe(new byte[] { 0, 64, 128, 128 });
        image.Row(5)[^4..].ToArray().ShouldBe(new byte[4]);
        image.Stride.ShouldBeGreaterThanOrEqualTo(80);
        image.Pixels.Length.ShouldBe(image.Stride * 10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an image")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect")]
    public void What_is_not_svg_is_refused_with_a_reason(string svg) =>
        Should.Throw<InvalidDataException>(() => SvgRaster.Render(svg, 8, 8)).Message.ShouldStartWith("The SVG could not be");

    [Fact]
    public void A_document_cannot_read_the_disk()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        using (var white = SvgRaster.Render("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#fff"/></svg>""", 8, 8))
        {
            white.WritePng(path);
        }

        try
        {
            using var image = SvgRaster.Render($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><image href="file://{path}" width="8" height="8"/></svg>""", 8, 8);
            image.Pixels.IndexOfAnyExcept((byte)0).ShouldBe(-1);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(8, -1)]
    [InlineData(BgraImage.MaxSide + 1, 8)]
    public void A_size_that_no_picture_can_have_is_refused(int width, int height) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SvgRaster.Render(Half, width, height));

    [Fact]
    public void Threads_draw_at_once_and_draw_the_same()
    {
        using var alone = SvgRaster.Render(Half, 64, 32);
        var expected = alone.Pixels.ToArray();
        var drawn = new byte[32][];

        Parallel.For(0, drawn.Length, i =>
        {
            using var image = SvgRaster.Render(Half, 64, 32);
            drawn[i] = image.Pixels.ToArray();
        });

        drawn.ShouldAllBe(pixels => pixels.SequenceEqual(expected));
    }

    [Fact]
    public void A_png_is_written_whole_or_not_at_all()
    {
        using var image = SvgRaster.Render(Half, 20, 10);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "bild é.png");
            image.WritePng(path);

            File.ReadAllBytes(path)[..8].ShouldBe(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
            folder.GetFiles().Length.ShouldBe(1);
            Should.Throw<IOException>(() => image.WritePng(Path.Combine(folder.FullName, "no such folder", "a.png")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_disposed_picture_says_so()
    {
        var image = SvgRaster.Render(Half, 8, 8);
        image.Dispose();

        Should.Throw<ObjectDisposedException>(() => image.Pixels.Length);
    }

    [Fact]
    public void A_missing_library_is_named_with_its_cure()
    {
        var message = new VectorLibraryMissingException("rsvg-2").Message;

        message.ShouldContain("rsvg-2");
        message.ShouldContain("apt-get install librsvg2-2");
        message.ShouldContain("brew install librsvg");
    }
}
