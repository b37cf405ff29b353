namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// Counts what a decoder reports of a damaged clip. A decoder conceals damage and goes on, so its exit code does not show it.
/// </summary>
internal static class DecoderErrors
{
    private const int Fewest = 5;
    private const int Most = 200;

    // Written for sound clips too: of streams that begin in the middle of a group of pictures, or by parts other than decoders.
    private static readonly string[] _harmless =
    [
        "co located POCs unavailable", "mmco: unref short failure", "number of reference frames", "eference picture missing", "Missing reference picture",
        "illegal short term buffer state", "[swscaler", "[rawvideo", "[out#", "onotonous", "onotonically", "EXIF", "APP fields", "ICC", "iCCP", "cHRM",
    ];

    public static int Count(IEnumerable<string> messages) => messages.Count(IsError);

    public static bool IsError(string line) => !_harmless.Any(part => line.Contains(part, StringComparison.Ordinal));

    /// <summary>From this number of errors on a clip is refused: one in ten frames is damaged.</summary>
    public static int MostAccepted(int frames) => Math.Clamp(frames / 10, Fewest, Most);
}
