using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

/// <summary>
/// Clips of other colour spaces: the colour of the film is that of the scene. The expected values are SDR code values, 0 to 255.
/// </summary>
public sealed class ClipColourTests : IDisposable
{
    private const string Linear = "format=gbrpf32le,setparams=color_primaries=bt709:color_trc=iec61966-2-1:colorspace=gbr:range=pc,zscale=t=linear:npl=203";
    private const string Gamma = "format=gbrpf32le,setparams=color_primaries=bt709:color_trc=bt709:colorspace=gbr:range=pc";
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("smpte2084", 220)]
    [InlineData("smpte2084", 64)]
    [InlineData("arib-std-b67", 220)]
    [InlineData("arib-std-b67", 128)]
    public async Task Greys_of_hdr_are_as_bright_as_in_sdr(string transfer, int grey)
    {
        var clip = await MakeAsync(
            $"color=0x{grey:X2}{grey:X2}{grey:X2}:s=160x90:r=30,{Linear},zscale=t={transfer}:p=bt2020:m=bt2020nc:r=tv:npl=203,format=yuv420p10le",
            "-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc");

        (await ShownAsync(clip)).ShouldAllBe(channel => Math.Abs(channel - grey) <= 4);
    }

    [Theory]
    [InlineData("smpte2084", 721)]
    [InlineData("arib-std-b67", 940)]
    public async Task Highlights_of_hdr_are_white_and_no_brighter_than_white(string transfer, int code)
    {
        var clip = await MakeAsync(
            $"color=black:s=160x90:r=30,format=yuv420p10le,geq=lum={code}:cb=512:cr=512",
            "-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc");

        (await ShownAsync(clip)).ShouldAllBe(channel => channel >= 245);
    }

    [Theory]
    [InlineData("p=bt2020:m=bt2020nc:r=tv", "bt2020", "bt2020-10", "bt2020nc", "tv")]
    [InlineData("p=smpte432:m=bt709:r=tv", "smpte432", "bt709", "bt709", "tv")]
    [InlineData("p=smpte170m:m=smpte170m:r=tv", "smpte170m", "smpte170m", "smpte170m", "tv")]
    [InlineData("p=bt470bg:m=bt470bg:r=pc", "bt470bg", "smpte170m", "bt470bg", "pc")]
    [InlineData("p=bt709:m=bt709:r=pc", "bt709", "bt709", "bt709", "pc")]
    [InlineData("p=bt709:m=bt709:r=tv", "bt709", "bt709", "bt709", "tv")]
    [InlineData("p=bt709:m=ycgco:r=tv", "bt709", "bt709", "ycgco", "tv")]
    public async Task A_red_of_another_colour_space_stays_that_red(string target, string primaries, string transfer, string matrix, string range)
    {
        var clip = await MakeAsync(
            $"color=0xC82828:s=160x90:r=30,{Gamma},zscale=t=bt709:{target},format=yuv444p10le",
            "-color_primaries", primaries, "-color_trc", transfer, "-colorspace", matrix, "-color_range", range);

        var shown = await ShownAsync(clip);

        shown[0].ShouldBe(200, 5);
        shown[1].ShouldBe(40, 6);
        shown[2].ShouldBe(40, 6);
    }

    [Fact]
    public async Task An_unknown_transfer_is_taken_for_that_of_video()
    {
        var clip = await MakeAsync($"color=0x808080:s=160x90:r=30,{Gamma},zscale=t=bt709:p=bt709:m=bt709:r=tv,format=yuv420p", "-color_trc", "smpte428");

        (await ShownAsync(clip)).ShouldAllBe(channel => Math.Abs(channel - 128) <= 3);
    }

    public void Dispose() => _lab.Dispose();

    private Task<string> MakeAsync(string source, params string[] tags) =>
        _lab.MakeAsync("clip.mkv", ["-f", "lavfi", "-i", source, "-t", "0.4", "-c:v", "ffv1", .. tags]);

    /// <summary>Red, green and blue of the film's middle.</summary>
    private async Task<double[]> ShownAsync(string clip)
    {
        var film = await _lab.ComposeAsync(_lab.Plan(160, 90, 0.4) with { Scenes = [FilmLab.Scene(0, 0.4, new ClipScene(clip))] });
        film.Warnings.ShouldNotContain(warning => warning.Message.Contains("colours", StringComparison.Ordinal));
        var pixels = await _lab.RunAsync(["-v", "error", "-i", film.FilmPath, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"]);
        var (size, middle) = (160 * 90, (45 * 160) + 80);
        var chroma = (22 * 80) + 40;
        var luma = (pixels[middle] - 16) / 219.0;
        var (blue, red) = ((pixels[size + chroma] - 128) / 224.0, (pixels[size + (size / 4) + chroma] - 128) / 224.0);
        var (r, b) = (luma + (1.5748 * red), luma + (1.8556 * blue));
        return [255 * r, 255 * ((luma - (0.2126 * r) - (0.0722 * b)) / 0.7152), 255 * b];
    }
}
