using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class MediaInputTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("#EXTM3U\n#EXTINF:5,\nfile:///etc/passwd\n")]
    [InlineData("ffconcat version 1.0\nfile '/etc/passwd'\n")]
    [InlineData("<?xml version=\"1.0\"?><MPD></MPD>")]
    [InlineData("RIFF....AVI LIST")]
    public async Task A_playlist_or_script_called_mp4_is_refused(string content)
    {
        await File.WriteAllTextAsync(_lab.At("clip.mp4"), content, TestContext.Current.CancellationToken);

        Should.Throw<MediaRejectedException>(() => MediaInput.Video(_lab.At("clip.mp4")))
            .Message.ShouldStartWith("'clip.mp4' is not an MP4, MOV, WebM or Matroska video");
    }

    [Fact]
    public async Task A_file_of_a_few_bytes_is_refused_as_too_short()
    {
        await File.WriteAllTextAsync(_lab.At("clip.mp4"), "ftyp", TestContext.Current.CancellationToken);

        Should.Throw<MediaRejectedException>(() => MediaInput.Video(_lab.At("clip.mp4"))).Message.ShouldContain("too short (4 bytes)");
    }

    [Fact]
    public void An_empty_file_is_called_empty()
    {
        File.WriteAllBytes(_lab.At("clip.mp4"), []);

        Should.Throw<MediaRejectedException>(() => MediaInput.Video(_lab.At("clip.mp4"))).Message.ShouldBe("'clip.mp4' is empty.");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Should.Throw<MediaRejectedException>(() => MediaInput.Video(_lab.At("gone.mp4"))).Message.ShouldBe("There is no file 'gone.mp4'.");

    [Fact]
    public async Task The_first_bytes_choose_the_demuxer_and_only_files_may_be_opened()
    {
        await File.WriteAllBytesAsync(_lab.At("a.bin"), [0, 0, 0, 32, .. "ftypisom"u8, 0, 0], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_lab.At("b.bin"), [0x1A, 0x45, 0xDF, 0xA3, 0, 0, 0, 0, 0, 0, 0, 0], TestContext.Current.CancellationToken);

        MediaInput.Video(_lab.At("a.bin")).Arguments.ShouldBe(["-f", "mov", "-protocol_whitelist", "file,pipe", "-i", "file:" + _lab.At("a.bin")]);
        MediaInput.Video(_lab.At("b.bin")).Demuxer.ShouldBe("matroska");
    }

    [Fact]
    public async Task Sounds_and_pictures_are_told_apart_from_everything_else()
    {
        await File.WriteAllBytesAsync(_lab.At("a"), [.. "RIFF"u8, 1, 2, 3, 4, .. "WAVE"u8], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_lab.At("b"), HostileFiles.Jpeg(640, 480), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_lab.At("c"), HostileFiles.Webp("VP8X", 0, 0, 0, 0, 99, 0, 0, 99, 0, 0), TestContext.Current.CancellationToken);

        MediaInput.Sound(_lab.At("a")).Demuxer.ShouldBe("wav");
        MediaInput.Picture(_lab.At("b")).Demuxer.ShouldBe("jpeg_pipe");
        MediaInput.Picture(_lab.At("c")).Demuxer.ShouldBe("webp_pipe");
        Should.Throw<MediaRejectedException>(() => MediaInput.Picture(_lab.At("a"))).Message.ShouldStartWith("'a' is not a PNG, JPEG or WebP picture");
    }

    public void Dispose() => _lab.Dispose();
}
