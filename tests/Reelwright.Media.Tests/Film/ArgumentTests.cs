using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class ArgumentTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public void The_encode_asks_for_the_profile_that_every_platform_takes()
    {
        var arguments = EncodeArguments.For(new EncodeSettings { Width = 1080, Height = 1920, TextFile = "film.ass", SoundFile = "sound.m4a", Output = "file:out" });

        string.Join(' ', arguments).ShouldBe(
            "-hide_banner -nostdin -nostats -loglevel warning -y -f rawvideo -pix_fmt yuv420p -s 1080x1920 -r 30 "
            + "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -thread_queue_size 2 -i pipe:0 "
            + "-f mov -protocol_whitelist file,pipe -i sound.m4a -map 0:v:0 -map 1:a:0 -c:a copy -vf setparams=colorspace=smpte170m,ass=film.ass,setparams=colorspace=bt709 "
            + "-c:v libx264 -preset superfast -crf 20 -g 60 -bf 2 -flags +cgop -threads 2 -x264-params mbtree=1:rc-lookahead=10:aq-mode=3 "
            + "-profile:v high -pix_fmt yuv420p -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 "
            + "-map_metadata -1 -movflags +faststart -f mp4 file:out");
    }

    [Fact]
    public void A_clip_without_text_and_sound_has_neither_filter_nor_second_input()
    {
        var arguments = EncodeArguments.For(new EncodeSettings { Width = 64, Height = 64, Output = "x" });

        arguments.ShouldNotContain("-vf");
        arguments.Count(argument => argument == "-i").ShouldBe(1);
    }

    [Fact]
    public void A_foreign_clip_fills_the_frame_and_plays_at_thirty_frames() =>
        Fit(new VideoStream { Codec = "vp8", Width = 640, Height = 480, FrameRate = 60, Rotation = 0, PixelAspect = 1, Interlaced = false, Duration = TimeSpan.FromSeconds(9) })
            .Arguments.ShouldContain(
                "setpts=PTS-STARTPTS,fps=30,crop=w='max(2,min(iw,ih*1080/1920/sar+0.01))':h='max(2,min(ih,iw*sar*1920/1080+0.01))',"
                + "scale=1080:1920:flags=bicubic:in_color_matrix=bt601:out_color_matrix=bt709:out_range=tv,setsar=1");

    [Fact]
    public void A_short_slow_interlaced_clip_of_wide_pixels_is_put_right()
    {
        var fit = Fit(new VideoStream { Codec = "mpeg2video", Width = 1440, Height = 1080, FrameRate = 25, Rotation = 0, PixelAspect = 4.0 / 3, Interlaced = true, Duration = TimeSpan.FromSeconds(4.5) });

        fit.Stretch.ShouldBe(5 / 4.5, 0.001);
        fit.Arguments.ShouldContain(
            "yadif=deint=interlaced,setpts=(PTS-STARTPTS)*1.111111,"
            + "crop=w='max(2,min(iw,ih*1080/1920/sar+0.01))':h='max(2,min(ih,iw*sar*1920/1080+0.01))',"
            + "scale=1080:1920:flags=bicubic:in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,setsar=1,fps=30");
    }

    [Theory]
    [InlineData(5.0, 1.0, 150)]
    [InlineData(4.5, 1.111, 150)]
    [InlineData(2.0, 1.2, 72)]
    [InlineData(0.0, 1.0, 0)]
    public void A_clip_is_slowed_by_a_fifth_at_most(double seconds, double stretch, int frames)
    {
        var fit = Fit(new VideoStream { Codec = "h264", Width = 10, Height = 10, FrameRate = 30, Rotation = 0, PixelAspect = 1, Interlaced = false, Duration = TimeSpan.FromSeconds(seconds) });

        fit.Stretch.ShouldBe(stretch, 0.001);
        ((double)fit.FramesToCome).ShouldBe(frames, 1);
    }

    [Fact]
    public void The_mix_lets_music_step_back_for_each_spoken_line()
    {
        var mix = new SoundMix { Music = SoundFilters.OurWave("music.wav"), Lines = [new SpokenLine("line0.wav", 0.5, 2, 1), new SpokenLine("line1.wav", 4, 7, 1.25)], Frames = 300 };

        var graph = SoundFilters.Mix(mix, "mix.wav").SkipWhile(argument => argument != "-filter_complex").ElementAt(1);

        graph.ShouldBe(
            "[1:a]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,adelay=500:all=1[line0];"
            + "[2:a]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,atempo=1.25,adelay=4000:all=1[line1];"
            + "[line0][line1]amix=inputs=2:normalize=0,apad,atrim=end_sample=480000[voice];"
            + "[0:a]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo,apad,atrim=end_sample=480000,afade=t=out:st=8.5:d=1.5[music];"
            + "[voice]asplit[speech][key];[music]volume=-4dB[bed];"
            + "[bed][key]sidechaincompress=threshold=0.02:ratio=8:attack=20:release=380[ducked];"
            + "[ducked][speech]amix=inputs=2:normalize=0[all];"
            + "[all]ebur128=framelog=verbose[mix]");
    }

    [Fact]
    public void The_thumbnail_is_sought_half_a_frame_early() =>
        ThumbnailArguments.For("film", 45, "thumb").ShouldContain("1.4833");

    [Fact]
    public void Loudness_is_read_from_the_last_summary_and_not_from_what_stands_before_it()
    {
        string[] messages = ["[Parsed_ebur128_0] Summary:", "    I:         -70.0 LUFS", "I: -99.0 LUFS", "[Parsed_ebur128_0] Summary:", "  Integrated loudness:", "    I:         -14.2 LUFS", "  True peak:", "    Peak:       -1.8 dBFS"];

        LoudnessReport.Parse(messages).ShouldBe(new Loudness(-14.2, -1.8));
        LoudnessReport.Integrated(messages[..6]).ShouldBe(-14.2);
    }

    [Fact]
    public void Silence_has_no_loudness() =>
        LoudnessReport.Parse(["Summary:", "I:         -70.0 LUFS", "Peak:       -inf dBFS"]).ShouldBeNull();

    private ClipFit Fit(VideoStream video)
    {
        File.WriteAllBytes(_lab.At("clip"), [0, 0, 0, 32, .. "ftypisom"u8]);
        return new ClipFit { Input = MediaInput.Video(_lab.At("clip")), Video = video, Width = 1080, Height = 1920, Frames = 150 };
    }

    public void Dispose() => _lab.Dispose();
}
