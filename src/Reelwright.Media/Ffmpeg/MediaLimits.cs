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

    /// <summary>Longer side to shorter side, as shown. Of a narrower clip too little would fill a frame.</summary>
    public const double MostOblong = 20;

    /// <summary>About a hundred bytes for each packet of a clip of an hour.</summary>
    public const int MostPacketListBytes = 48 << 20;

    private const int MostBytesAtOnce = 512 << 20;

    /// <summary>Each thread of a decoder holds pictures of its own.</summary>
    private const int ClipThreads = 2;

    /// <summary>Arguments before an input that keep the decoder small even when the file grows after its header.</summary>
    public static IReadOnlyList<string> Decoder(long mostPixels) =>
        ["-threads", "1", .. Memory(mostPixels)];

    /// <summary>The same for the decoder of a clip, which has to be fast.</summary>
    public static IReadOnlyList<string> ClipDecoder(long mostPixels) =>
        ["-threads", Number(ClipThreads), .. Memory(mostPixels)];

    private static IReadOnlyList<string> Memory(long mostPixels) =>
        ["-max_alloc", Number(MostBytesAtOnce), "-max_pixels", Number(mostPixels)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
