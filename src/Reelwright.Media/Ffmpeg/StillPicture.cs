namespace Reelwright.Media.Ffmpeg;

/// <summary>A picture file that a film can show as its logo, judged by its bytes before anything is decoded.</summary>
/// <param name="Extension">With its dot: <c>.png</c>, <c>.jpg</c> or <c>.webp</c>, whatever the file is called.</param>
public sealed record StillPicture(int Width, int Height, string Extension)
{
    /// <summary>The longest side of a logo in pixels.</summary>
    public const int LongestSide = 6000;

    /// <summary>Width times height of a logo.</summary>
    public const long MostPixels = 20_000_000;

    /// <exception cref="MediaRejectedException">It is not a whole, still PNG, JPEG or WebP picture within the limits.</exception>
    public static StillPicture Read(string path)
    {
        var input = MediaInput.Picture(path);
        PictureOutline.Check(input);
        var (header, name) = (input.Header!, Path.GetFileName(path));
        if (header.Pixels > MostPixels || Math.Max(header.Width, header.Height) > LongestSide)
        {
            throw new MediaRejectedException(
                $"'{name}' is {header.Width}x{header.Height} pixels; at most {LongestSide} on a side and {MostPixels / 1_000_000} megapixels are accepted.");
        }

        if (input.Demuxer == "png_pipe" && PictureOutline.IsAnimatedPng(path))
        {
            throw new MediaRejectedException($"'{name}' is an animated PNG; only a still picture can be used.");
        }

        return new StillPicture(header.Width, header.Height, input.Demuxer switch { "png_pipe" => ".png", "webp_pipe" => ".webp", _ => ".jpg" });
    }
}
