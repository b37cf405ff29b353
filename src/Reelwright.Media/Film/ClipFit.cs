using System.Globalization;
using Reelwright.Media.Colour;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>How a foreign clip becomes frames of the film: decoded, turned, scaled to fill, cropped, at 30 frames a second.</summary>
internal sealed record ClipFit
{
    /// <summary>A clip that is too short may be slowed by this much; more looks like slow motion.</summary>
    public const double MostStretch = 1.2;

    public required MediaInput Input { get; init; }

    public required VideoStream Video { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Frames that the film needs, with those of the transition that follows.</summary>
    public required int Frames { get; init; }

    /// <summary>The colour drawn under transparent pixels.</summary>
    public Rgb Ground { get; init; } = Rgb.Black;

    /// <summary>The only decoder that yields the clip's transparency; null when any does, or there is none.</summary>
    public string? AlphaDecoder => Video switch
    {
        { AlphaBeside: true, Codec: "vp9" } => "libvpx-vp9",
        { AlphaBeside: true, Codec: "vp8" } => "libvpx",
        _ => null,
    };

    /// <summary>How its colours are converted; null as its tags say.</summary>
    public ClipColours? Colours { get; init; }

    public double Stretch =>
        Video.Duration > TimeSpan.Zero
            ? Math.Clamp(Frames / (Video.Duration.TotalSeconds * FilmPlan.FrameRate), 1, MostStretch)
            : 1;

    /// <summary>Frames that the clip can give; the last one is repeated after them.</summary>
    public int FramesToCome => Math.Min(Frames, (int)(Video.Duration.TotalSeconds * Stretch * FilmPlan.FrameRate));

    public IReadOnlyList<string> Arguments =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-err_detect", "crccheck",
        .. MediaLimits.ClipDecoder(MediaLimits.LongestClipSide * MediaLimits.LongestClipSide), "-noautorotate",
        .. AlphaDecoder is { } decoder ? (IEnumerable<string>)["-c:v", decoder] : [], .. Input.Arguments, "-map", "0:V:0", "-an", "-sn", "-dn",
        "-vf", string.Join(',', Filters()), "-frames:v", Number(Frames),
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1",
    ];

    private IEnumerable<string> Filters()
    {
        var colours = Colours ?? ClipColours.Of(Video);

        // Surplus frames are dropped before scaling and missing ones are repeated after it, so that as few as possible are scaled.
        var slow = Video.FrameRate is > 0 and <= FilmPlan.FrameRate;
        if (Video.Interlaced)
        {
            yield return "yadif=deint=interlaced";
        }

        yield return Stretch > 1 ? $"setpts=(PTS-STARTPTS)*{Number(Stretch)}" : "setpts=PTS-STARTPTS";
        if (!slow)
        {
            yield return $"fps={Number(FilmPlan.FrameRate)}";
        }

        foreach (var turn in Video.Orientation)
        {
            yield return turn;
        }

        // The part that fills the frame is cut out before it is scaled: of a clip of 32x4096 the whole would have 245,760 rows.
        yield return $"crop=w='max(2,min(iw,ih*{Number(Width)}/{Number(Height)}/sar+0.01))':h='max(2,min(ih,iw*sar*{Number(Height)}/{Number(Width)}+0.01))'";
        if (Video.HasAlpha)
        {
            // This comes before scaling, because scaling mixes the colour of hidden pixels into the edges.
            yield return $"scale=in_color_matrix={colours.ScalerMatrix ?? "bt709"},format=rgba,split[clip][under];"
                         + $"[under]lutrgb=r={Byte(Ground.R)}:g={Byte(Ground.G)}:b={Byte(Ground.B)}:a=255[ground];[ground][clip]overlay=format=rgb";
            colours = colours.AsRgb();
        }

        foreach (var filter in colours.Filters(Width, Height))
        {
            yield return filter;
        }

        yield return "setsar=1";
        if (slow)
        {
            yield return $"fps={Number(FilmPlan.FrameRate)}";
        }
    }

    private static string Byte(float share) => Number((int)Math.Round(share * 255));

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
