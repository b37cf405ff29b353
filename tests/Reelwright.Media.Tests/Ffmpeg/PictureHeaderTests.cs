using System.Diagnostics;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class PictureHeaderTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public void A_small_file_that_claims_to_be_900_megapixels_is_refused_in_milliseconds()
    {
        var path = Write(HostileFiles.Png(30_000, 30_000));
        var watch = Stopwatch.StartNew();

        var error = Should.Throw<MediaRejectedException>(() => MediaInput.Picture(path));

        error.Message.ShouldBe("'picture' is 30000x30000, 900 megapixels; at most 40 are accepted.");
        watch.ElapsedMilliseconds.ShouldBeLessThan(500);
    }

    [Fact]
    public void Sizes_are_read_from_every_kind_of_picture()
    {
        Read(HostileFiles.Png(640, 480)).ShouldBe(new PictureHeader(640, 480));
        Read(HostileFiles.Jpeg(640, 480)).ShouldBe(new PictureHeader(640, 480));
        Read(HostileFiles.Webp("VP8 ", 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01)).ShouldBe(new PictureHeader(640, 480));
        Read(HostileFiles.Webp("VP8L", 0x2F, 0x7F, 0xC2, 0x77, 0x00, 0, 0)).ShouldBe(new PictureHeader(640, 480));
        Read(HostileFiles.Webp("VP8X", 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0)).ShouldBe(new PictureHeader(640, 480));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_camera_says_how_it_was_held(bool littleEndian) =>
        Read(HostileFiles.Jpeg(640, 480, 6, littleEndian)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            header => header.Orientation.ShouldBe(6),
            header => header.IsOnItsSide.ShouldBeTrue(),
            header => header.Upright.ShouldBe(["transpose=clock"]));

    [Fact]
    public void Of_two_frame_headers_in_a_jpeg_the_larger_one_counts() =>
        Should.Throw<MediaRejectedException>(() => Read([0xFF, 0xD8, .. HostileFiles.Frame(64, 64), .. HostileFiles.Frame(65_000, 65_000), 0xFF, 0xDA]))
            .Message.ShouldContain("4225 megapixels");

    [Fact]
    public void A_header_that_is_cut_short_or_damaged_is_refused_with_a_sentence()
    {
        byte[][] files =
        [
            HostileFiles.Png(640, 480)[..20],
            HostileFiles.Png(0, 480),
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, .. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 5000)],
            HostileFiles.Webp("VP8X"),
            HostileFiles.Webp("JUNK", new byte[40]),
        ];

        foreach (var file in files)
        {
            Should.Throw<MediaRejectedException>(() => Read(file)).Message.ShouldBe("'picture' does not say how large it is: its header is damaged or cut short.");
        }
    }

    [Fact]
    public void An_animated_webp_is_refused() =>
        Should.Throw<MediaRejectedException>(() => Read(HostileFiles.Webp("VP8X", 2, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0)))
            .Message.ShouldBe("'picture' is an animated WebP; only a still picture can be used.");

    private PictureHeader? Read(byte[] content) => MediaInput.Picture(Write(content)).Header;

    private string Write(byte[] content)
    {
        File.WriteAllBytes(_lab.At("picture"), content);
        return _lab.At("picture");
    }

    public void Dispose() => _lab.Dispose();
}
