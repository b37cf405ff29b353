using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.Media.Tests.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Frames;

public sealed class ReferenceImageReaderTests : IDisposable
{
    private const string LeftHalfWhite = "color=black:s=160x80:d=1,drawbox=x=0:y=0:w=80:h=80:c=white:t=fill";
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData(1, 160, 80, 40, 40)]
    [InlineData(2, 160, 80, 120, 40)]
    [InlineData(3, 160, 80, 120, 40)]
    [InlineData(5, 80, 160, 40, 40)]
    [InlineData(6, 80, 160, 40, 40)]
    [InlineData(7, 80, 160, 40, 120)]
    [InlineData(8, 80, 160, 40, 120)]
    public async Task A_photograph_is_put_upright(ushort orientation, int width, int height, int whiteX, int whiteY)
    {
        var file = await _lab.MakeAsync("a.jpg", "-f", "lavfi", "-i", LeftHalfWhite, "-frames:v", "1");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, [.. bytes[..2], .. HostileFiles.Exif(orientation), .. bytes[2..]], TestContext.Current.CancellationToken);

        var image = await ReadAsync(file);

        (image.Width, image.Height).ShouldBe((width, height));
        Green(image, whiteX, whiteY).ShouldBeGreaterThan(240);
        Green(image, width - 1 - whiteX, height - 1 - whiteY).ShouldBeLessThan(15, "the other half is black");
    }

    [Theory]
    [InlineData("red", 200, 255)]
    [InlineData("white", 20, 50)]
    public async Task A_cut_out_stands_on_a_ground_that_lets_it_be_seen(string colour, int darkest, int lightest)
    {
        var file = await _lab.MakeAsync("a.png", "-f", "lavfi", "-i", $"color={colour}:s=160x80:d=1,format=gbrap,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*lt(X,80)'", "-frames:v", "1");

        var image = await ReadAsync(file);

        Green(image, 140, 40).ShouldBeInRange(darkest, lightest);
        ((double)Green(image, 40, 40)).ShouldBe(colour == "red" ? 0 : 255, 4);
    }

    [Fact]
    public async Task The_colour_of_what_is_transparent_does_not_colour_the_edges()
    {
        var file = await _lab.MakeAsync("a.png", "-f", "lavfi", "-i", "color=black:s=3000x100:d=1,format=gbrap,geq=r='192*lt(X,1501)':g='192*lt(X,1501)':b='192*lt(X,1501)':a='255*lt(X,1501)'", "-frames:v", "1");

        var image = await ReadAsync(file);

        Enumerable.Range(1420, 40).Min(x => Green(image, x, 40)).ShouldBeGreaterThan(180);
    }

    [Fact]
    public async Task Half_transparent_pixels_let_half_of_the_ground_through()
    {
        var file = await _lab.MakeAsync("a.png", "-f", "lavfi", "-i", "color=black@0.5:s=160x80:d=1,format=rgba", "-frames:v", "1");

        ((double)Green(await ReadAsync(file), 80, 40)).ShouldBe(122, 4);
    }

    [Fact]
    public async Task A_picture_with_nothing_to_see_is_refused()
    {
        var file = await _lab.MakeAsync("a.png", "-f", "lavfi", "-i", "color=black@0:s=160x80:d=1,format=rgba", "-frames:v", "1");

        (await Should.ThrowAsync<MediaRejectedException>(() => ReadAsync(file))).Message.ShouldStartWith("'a.png' is wholly transparent");
    }

    [Theory]
    [InlineData("yuv420p")]
    [InlineData("yuva420p")]
    [InlineData("bgra")]
    public async Task WebP_is_read_lossy_with_alpha_and_lossless(string format)
    {
        var file = await _lab.MakeAsync("a.webp", "-f", "lavfi", "-i", LeftHalfWhite, "-frames:v", "1", "-pix_fmt", format);

        var image = await ReadAsync(file);

        (image.Width, image.Height).ShouldBe((160, 80));
        Green(image, 40, 40).ShouldBeGreaterThan(240);
        Green(image, 120, 40).ShouldBeLessThan(15);
    }

    [Fact]
    public async Task A_picture_that_breaks_off_after_its_header_is_refused_with_a_sentence()
    {
        await File.WriteAllBytesAsync(_lab.At("a.png"), HostileFiles.Png(640, 480), TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<MediaRejectedException>(() => ReadAsync(_lab.At("a.png")))).Message.ShouldStartWith("'a.png' ");
    }

    [Theory]
    [InlineData("a.jpg", 0.5)]
    [InlineData("a.jpg", 0.95)]
    [InlineData("a.png", 0.5)]
    [InlineData("a.webp", 0.5)]
    public async Task A_picture_that_is_cut_short_is_refused(string name, double share)
    {
        var file = await _lab.MakeAsync(name, "-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, bytes[..(int)(bytes.Length * share)], TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<MediaRejectedException>(() => ReadAsync(file))).Message.ShouldContain("is cut short");
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    public async Task A_picture_with_wrong_bytes_is_refused(string name)
    {
        var file = await _lab.MakeAsync(name, "-f", "lavfi", "-i", "testsrc2=s=320x180,noise=alls=20", "-frames:v", "1");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        for (var at = bytes.Length / 2; at < bytes.Length - 200; at += 1500)
        {
            bytes[at] ^= 0x55;
        }

        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<MediaRejectedException>(() => ReadAsync(file))).Message.ShouldStartWith($"'{name}' ");
    }

    [Fact]
    public async Task A_jpeg_with_something_behind_its_end_is_whole()
    {
        var file = await _lab.MakeAsync("a.jpg", "-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1");
        await File.AppendAllTextAsync(file, "a trailer of a phone", TestContext.Current.CancellationToken);

        (await ReadAsync(file)).Width.ShouldBe(320);
    }

    private static int Green(ReferenceImage image, int x, int y) => image.Bgra[(((y * image.Width) + x) * 4) + 1];

    private Task<ReferenceImage> ReadAsync(string file) => new ReferenceImageReader(_lab.Ffmpeg, _lab.Probe).ReadAsync(file, TestContext.Current.CancellationToken);

    public void Dispose() => _lab.Dispose();
}
