using System.Globalization;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>
/// Converts a clip's colours to those of the film: BT.709, limited range, SDR. Missing tags follow the custom of the picture's size.
/// Most clips differ in the matrix alone, which ffmpeg's scaler converts; other primaries or transfers need zscale (zimg).
/// </summary>
internal sealed record ClipColours
{
    /// <summary>The luminance of SDR white in HDR, cd/m2 (ITU-R BT.2408, section 2).</summary>
    private const int ReferenceWhite = 203;

    /// <summary>The nominal peak of HDR, 1000 cd/m2, compared to reference white.</summary>
    private const string Peak = "peak=4.926";

    /// <summary>
    /// Light up to 0.85 of reference white keeps its value; above it a curve without a corner leads to the peak (mobius). Highlights keep
    /// some detail that way, and everything in the range of SDR looks as it does in SDR.
    /// </summary>
    private const string ToneMap = $"tonemap=mobius:param=0.85:{Peak}:desat=0";

    /// <summary>The shorter side from which a picture without tags is taken for HD.</summary>
    private const int LeastHd = 700;

    private readonly string _matrix;
    private readonly string _transfer;
    private readonly string _primaries;

    private ClipColours(string matrix, string transfer, string primaries, bool isFull)
    {
        (_matrix, _transfer, _primaries, IsFull) = (matrix, transfer, primaries, isFull);
    }

    public bool IsFull { get; }

    public bool IsHdr => _transfer is "smpte2084" or "arib-std-b67";

    /// <summary>Whether the scaler's matrices are not enough.</summary>
    public bool NeedsZscale => IsHdr || _primaries != "bt709" || _transfer is not ("bt709" or "iec61966-2-1") || ScalerMatrix is null;

    /// <summary>The scaler's name of the matrix; null when it has none. RGB needs no matrix, and any name will do.</summary>
    public string? ScalerMatrix => _matrix switch
    {
        "bt709" or "gbr" => "bt709",
        "smpte170m" or "bt470bg" => "bt601",
        "bt2020nc" => "bt2020",
        "fcc" or "smpte240m" => _matrix,
        _ => null,
    };

    public static ClipColours Of(VideoStream video)
    {
        var tags = video.Colour;
        var isRgb = video.PixelFormat is { } format && (format.StartsWith("gbr", StringComparison.Ordinal) || format == "pal8"
            || format.Contains("rgb", StringComparison.Ordinal) || format.Contains("bgr", StringComparison.Ordinal));
        var isWide = tags.IsHdr || tags.Primaries == "bt2020" || tags.Matrix is "bt2020nc" or "bt2020c" or "ictcp";
        var matrix = tags.Matrix switch
        {
            _ when isRgb => "gbr",
            "bt709" or "fcc" or "bt470bg" or "smpte170m" or "smpte240m" or "bt2020nc" or "bt2020c" or "ictcp" or "ycgco" => tags.Matrix,
            "chroma-derived-nc" or "chroma-derived-c" => tags.Matrix,
            _ when isWide => "bt2020nc",
            _ => Math.Min(video.Width, video.Height) >= LeastHd ? "bt709" : "smpte170m",
        };
        var primaries = tags.Primaries switch
        {
            "bt709" or "bt470m" or "bt470bg" or "smpte170m" or "smpte240m" or "film" or "bt2020" or "smpte431" or "smpte432" => tags.Primaries,
            "ebu3213" or "jedec-p22" => "jedec-p22",
            _ => isWide ? "bt2020" : "bt709",
        };

        // The curves of video differ in name only (BT.709, BT.601, BT.2020), and an unknown one is taken for theirs.
        var transfer = tags.Transfer switch
        {
            "smpte2084" or "arib-std-b67" or "linear" or "log100" or "log316" or "iec61966-2-1" => tags.Transfer,
            "bt470m" or "gamma22" => "bt470m",
            "bt470bg" or "gamma28" => "bt470bg",
            _ => "bt709",
        };
        return new ClipColours(matrix, transfer, primaries, isRgb || tags.Range == "pc" || video.PixelFormat?.StartsWith("yuvj", StringComparison.Ordinal) == true);
    }

    /// <summary>The same when a filter has made full-range RGB of the picture already.</summary>
    public ClipColours AsRgb() => new("gbr", _transfer, _primaries, isFull: true);

    /// <summary>The same when this ffmpeg lacks zscale: only the matrix is converted.</summary>
    public ClipColours WithoutZscale() => new(ScalerMatrix is null ? "bt709" : _matrix, "bt709", "bt709", IsFull);

    /// <summary>Filters that scale the picture and convert it to the film's colours.</summary>
    public IEnumerable<string> Filters(int width, int height)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{width}:{height}");
        if (!NeedsZscale)
        {
            var range = IsFull ? ":in_range=pc" : "";
            return [$"scale={size}:flags=bicubic:in_color_matrix={ScalerMatrix}{range}:out_color_matrix=bt709:out_range=tv"];
        }

        const string Film = "p=709:m=709:r=limited";
        var scale = string.Create(CultureInfo.InvariantCulture, $"zscale=w={width}:h={height}:f=bicubic");
        var source = $"tin={_transfer}:pin={_primaries}:min={_matrix}:rin={(IsFull ? "full" : "limited")}";
        return IsHdr
            ?
            [
                string.Create(CultureInfo.InvariantCulture, $"{scale}:{source}:t=linear:p=709:m=gbr:r=full:npl={ReferenceWhite}"),
                "format=gbrpf32le",
                ToneMap,
                $"zscale=tin=linear:pin=709:min=gbr:rin=full:t=iec61966-2-1:{Film}",
                "format=yuv420p",
            ]
            : [$"{scale}:{source}:t={(_transfer == "iec61966-2-1" ? _transfer : "709")}:{Film}", "format=yuv420p"];
    }
}
