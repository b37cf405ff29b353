using System.Diagnostics;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;
using Reelwright.Media.Frames;
using Reelwright.Media.Tests.Ffmpeg;

namespace Reelwright.Media.Tests.Film;

/// <summary>Files that were made to hurt, through the doors that a composition uses.</summary>
public sealed class HostileFileTests : IDisposable
{
    // Generous for a machine that does other things too; what is refused by its header takes milliseconds.
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(15);
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("empty", "'clip.mp4' is empty.")]
    [InlineData("playlist", "'clip.mp4' is not an MP4, MOV, WebM or Matroska video")]
    [InlineData("random", "'clip.mp4' is not an MP4, MOV, WebM or Matroska video")]
    [InlineData("picture", "'clip.mp4' is not an MP4, MOV, WebM or Matroska video")]
    [InlineData("streams", "'clip.mp4' holds more than 64 streams")]
    [InlineData("header", "'clip.mp4' cannot be read as media: ")]
    [InlineData("sizes", "'clip.mp4' holds no video.")]
    [InlineData("truncated", "'clip.mp4' is cut short: ")]
    public async Task A_hostile_clip_is_refused_with_a_sentence_and_soon(string kind, string sentence)
    {
        await File.WriteAllBytesAsync(_lab.At("clip.mp4"), await ClipAsync(kind), TestContext.Current.CancellationToken);
        await FilmLab.Fonts.CatalogueAsync(TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<MediaRejectedException>(
            () => _lab.ComposeAsync(_lab.Plan(96, 96, 4) with { Scenes = [FilmLab.Scene(0, 4, new ClipScene(_lab.At("clip.mp4")))] }));

        error.Message.ShouldStartWith(sentence);
        error.Message.ShouldNotContain(_lab.Folder, Case.Sensitive, "the sentence is shown to others");
        watch.Elapsed.ShouldBeLessThan(_bound);
        Directory.GetFiles(_lab.Folder, "film*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("empty", "'picture' is empty.")]
    [InlineData("playlist", "'picture' is not a PNG, JPEG or WebP picture")]
    [InlineData("random", "'picture' is not a PNG, JPEG or WebP picture")]
    [InlineData("streams", "'picture' is not a PNG, JPEG or WebP picture")]
    [InlineData("picture", "'picture' is 30000x30000, 900 megapixels")]
    public async Task A_hostile_picture_is_refused_as_reference_and_left_out_as_logo(string kind, string sentence)
    {
        await File.WriteAllBytesAsync(_lab.At("picture"), await ClipAsync(kind), TestContext.Current.CancellationToken);
        await FilmLab.Fonts.CatalogueAsync(TestContext.Current.CancellationToken);
        var reader = new ReferenceImageReader(_lab.Ffmpeg, _lab.Probe);
        var watch = Stopwatch.StartNew();

        var error = await Should.ThrowAsync<MediaRejectedException>(() => reader.CheckAsync(_lab.At("picture"), TestContext.Current.CancellationToken));
        var logo = Should.Throw<MediaRejectedException>(() => MediaInput.Picture(_lab.At("picture")));

        error.Message.ShouldStartWith(sentence);
        logo.Message.ShouldBe(error.Message);
        watch.Elapsed.ShouldBeLessThan(_bound);
    }

    [Fact]
    public async Task A_clip_larger_than_any_screen_is_refused_by_its_size()
    {
        var clip = await _lab.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "color=s=4112x64:r=10:d=0.2", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

        (await Should.ThrowAsync<MediaRejectedException>(
            () => new ClipIntake(_lab.Probe).FitAsync(clip, 96, 96, 6, TestContext.Current.CancellationToken)))
            .Message.ShouldBe("'clip.mp4' is 4112x64; at most 4096 pixels a side are accepted.");
    }

    private async Task<byte[]> ClipAsync(string kind) => kind switch
    {
        "empty" => [],
        "playlist" => "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n"u8.ToArray(),
        "random" => Random(8000),
        "picture" => [.. HostileFiles.Png(30_000, 30_000), .. Random(100)],
        "streams" => HostileFiles.Mp4(1000),
        "header" => [.. HostileFiles.FileType, .. Random(8000)],
        "sizes" => [.. HostileFiles.FileType, .. HostileFiles.Box("moov", HostileFiles.Box("trak", uint.MaxValue))],
        _ => await TruncatedAsync(),
    };

    private async Task<byte[]> TruncatedAsync()
    {
        var clip = await _lab.MakeAsync("whole.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=1", "-c:v", "libx264", "-preset", "ultrafast");
        return (await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken))[..2000];
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    public void Dispose() => _lab.Dispose();
}
