using System.Globalization;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Limits of foreign files. Each is far above what cameras and providers make and far below what overloads a machine.</summary>
internal static class MediaLimits
{
    /// <summary>ffprobe needs seconds and hundreds of megabytes for a file of a thousand streams.</summary>
    public const int MostStreams = 64;

    /// <summary>A picture of 200 KB can decode to gigabytes.</summary>
    public const long MostPicturePixels = 40_000_000;

    public const int LongestClipSide = 4096;

    /// <summary>Larger than any accepted clip, so that the message that refuses a clip can name its size.</summary>
    public const long MostProbedPixels = 8192L * 8192;

    private const int MostBytesAtOnce = 512 << 20;

    /// <summary>Arguments before an input that keep the decoder small even when the file grows after its header.</summary>
    public static IReadOnlyList<string> Decoder(long mostPixels) =>
        ["-threads", "1", .. Memory(mostPixels)];

    /// <summary>The same for a decoder that has to be fast.</summary>
    public static IReadOnlyList<string> Memory(long mostPixels) =>
        ["-max_alloc", Number(MostBytesAtOnce), "-max_pixels", Number(mostPixels)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
