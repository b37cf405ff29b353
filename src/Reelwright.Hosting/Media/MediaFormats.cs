namespace Reelwright.Hosting.Media;

/// <summary>The content types of the files that are served, by extension; no other file of the store is served.</summary>
internal static class MediaFormats
{
    public static string? ContentTypeOf(string extension) => extension switch
    {
        ".mp4" => "video/mp4",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".srt" => "application/x-subrip; charset=utf-8",
        ".vtt" => "text/vtt; charset=utf-8",
        _ => null,
    };
}
