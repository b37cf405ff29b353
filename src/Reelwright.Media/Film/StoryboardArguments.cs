using System.Globalization;

namespace Reelwright.Media.Film;

/// <summary>
/// Arguments that make a storyboard from raw frames on stdin, one per scene. Each frame gets its time in the film while the film's
/// texts are drawn into it. Names start at the work folder.
/// </summary>
internal static class StoryboardArguments
{
    public const string Sheet = "sheet.png";

    /// <summary>
    /// A grey, because versions of ffmpeg differ in the matrix by which they convert a colour, and a grey is the same in both.
    /// </summary>
    private const string Paper = "0x242424";

    private static readonly string[] _colours =
        ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];

    public static string Still(int number) => string.Create(CultureInfo.InvariantCulture, $"still-{number}.jpg");

    public static IReadOnlyList<string> For(int width, int height, IReadOnlyList<int> moments, StoryboardSheet sheet, string? textFile, string legendFile) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y",
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", Text($"{width}x{height}"), "-r", Text($"{FilmPlan.FrameRate}"), .. _colours, "-i", "pipe:0",
        "-filter_complex", Filters(moments, sheet, textFile, legendFile),
        "-map", "[stills]", "-q:v", "3", "-map_metadata", "-1", "-c:v", "mjpeg", "-f", "image2", "still-%d.jpg",
        "-map", "[sheet]", "-frames:v", "1", "-map_metadata", "-1", "-c:v", "png", "-f", "image2", "-update", "1", Sheet,
    ];

    private static string Filters(IReadOnlyList<int> moments, StoryboardSheet sheet, string? textFile, string legendFile)
    {
        // A quarter of a frame is added, because setpts truncates fractions.
        var times = string.Join('+', moments.Select((moment, index) => Text($"eq(N,{index})*{moment}")));
        var texts = textFile is null ? string.Empty : $",{Texts(textFile)}";
        var cell = Text($"scale={sheet.StillWidth}:{sheet.StillHeight}:flags=area,pad={sheet.CellWidth}:{sheet.CellHeight}:0:0:color={Paper}");
        var tile = Text($"tile={sheet.Columns}x{sheet.Rows}:color={Paper}");
        var paper = Text($"crop=iw-{StoryboardSheet.Gap}:ih:0:0,pad={sheet.Width}:{sheet.Height}:{StoryboardSheet.Margin}:{StoryboardSheet.Header}:color={Paper}");
        var settled = Text($"setpts={StoryboardLettering.SettledSeconds}/TB");
        return string.Join(
            ';',
            Text($"[0:v]setpts='({times}+0.25)/{FilmPlan.FrameRate}/TB'{texts},setpts='(N+0.25)/{FilmPlan.FrameRate}/TB',split[a][b]"),
            "[a]scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p[stills]",
            $"[b]{cell},{tile},{paper},{settled},{Texts(legendFile)},scale=in_color_matrix=bt709:in_range=tv,format=rgb24[sheet]");
    }

    private static string Texts(string file) => EncodeArguments.TextFilter(file);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
