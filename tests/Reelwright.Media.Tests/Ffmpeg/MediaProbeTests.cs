using System.Text;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class MediaProbeTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public void A_phone_video_is_read_with_rotation_rate_and_shape()
    {
        var json = """
            {"streams":[
              {"codec_type":"video","codec_name":"mjpeg","width":300,"height":300,"disposition":{"attached_pic":1}},
              {"codec_type":"video","codec_name":"hevc","profile":"Main","pix_fmt":"yuv420p","width":1920,"height":1080,"avg_frame_rate":"30000/1001",
               "sample_aspect_ratio":"4:3","color_space":"bt709","field_order":"tt","duration":"4.5","nb_frames":"135","index":1,
               "disposition":{"attached_pic":0},"side_data_list":[{"rotation":-90}]},
              {"codec_type":"audio","codec_name":"aac","sample_rate":"44100","channels":1}],
             "packets":[{"stream_index":1,"pts_time":"0","duration_time":"0.033"},{"stream_index":2,"pts_time":"4.5","duration_time":"0.1"},{"stream_index":1}],
             "format":{"duration":"4.6","size":"1"}}
            """;

        var info = MediaProbe.Parse(Encoding.UTF8.GetBytes(json), 77);

        info.ShouldSatisfyAllConditions(
            () => info.Duration.ShouldBe(TimeSpan.FromSeconds(4.6)),
            () => info.Size.ShouldBe(77),
            () => info.StreamCount.ShouldBe(3),
            () => info.Audio.ShouldBe(new AudioStream("aac", 44100, 1)),
            () => info.Video!.Codec.ShouldBe("hevc"),
            () => info.Video!.Rotation.ShouldBe(90),
            () => info.Video!.FrameRate.ShouldBe(29.97, 0.01),
            () => info.Video!.PixelAspect.ShouldBe(4.0 / 3, 0.001),
            () => info.Video!.Interlaced.ShouldBeTrue(),
            () => info.Video!.FramesPromised.ShouldBe(135),
            () => info.Video!.PacketsCounted.ShouldBe(2),
            () => info.LastPacketEnd.ShouldBe(TimeSpan.FromSeconds(4.6)));
    }

    [Fact]
    public void What_a_file_does_not_say_is_zero_and_never_an_error()
    {
        var info = MediaProbe.Parse("""{"streams":[{"codec_type":"video","width":2,"height":2,"avg_frame_rate":"0/0","sample_aspect_ratio":"0:1","duration":"N/A"}]}"""u8, 1);

        info.Duration.ShouldBe(TimeSpan.Zero);
        info.Video.ShouldNotBeNull().FrameRate.ShouldBe(0);
        info.Video.PixelAspect.ShouldBe(1);
        info.Video.FramesPromised.ShouldBeNull();
    }

    [Fact]
    public async Task A_real_file_is_read()
    {
        var path = await _lab.MakeAsync("a.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac");

        var info = await _lab.ReadAsync(path);

        info.Video.ShouldNotBeNull().ShouldSatisfyAllConditions(
            video => video.Width.ShouldBe(160),
            video => video.FrameRate.ShouldBe(25),
            video => video.FramesPromised.ShouldBe(25),
            video => video.PacketsCounted.ShouldBe(25));
    }

    [Fact]
    public async Task A_file_that_is_cut_off_within_its_pictures_is_refused_with_the_reason()
    {
        var path = await _lab.MakeAsync("a.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=1", "-c:v", "libx264");
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..2000], TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<MediaRejectedException>(() => _lab.ReadAsync(path))).Message.ShouldStartWith("'a.mp4' is cut short: ");
    }

    public void Dispose() => _lab.Dispose();
}
