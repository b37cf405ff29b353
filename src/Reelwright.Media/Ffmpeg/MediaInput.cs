namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// A local file together with the one demuxer that may open it. ffmpeg by itself looks into a file and would open a playlist or a
/// concat script whatever its name, and those name further files; here the first bytes decide, and ffmpeg is told.
/// </summary>
public sealed record MediaInput
{
    private const int HeaderBytes = 12;

    private MediaInput(string path, string demuxer)
    {
        FilePath = path;
        Demuxer = demuxer;
    }

    public string FilePath { get; }

    public string Demuxer { get; }

    /// <summary>Arguments before and with <c>-i</c>.</summary>
    public IReadOnlyList<string> Arguments => ["-f", Demuxer, "-protocol_whitelist", "file,pipe", "-i", $"file:{FilePath}"];

    /// <exception cref="MediaRejectedException">It is not an MP4, QuickTime, WebM or Matroska file.</exception>
    public static MediaInput Video(string path) =>
        Recognise(path, "an MP4, MOV, WebM or Matroska video", static header => header switch
        {
            _ when IsIsoMedia(header) => "mov",
            [0x1A, 0x45, 0xDF, 0xA3, ..] => "matroska",
            _ => null,
        });

    /// <exception cref="MediaRejectedException">It is not a sound file of a known kind.</exception>
    public static MediaInput Sound(string path) =>
        Recognise(path, "a WAV, MP3, M4A, FLAC or Ogg sound", static header => header switch
        {
            _ when header.StartsWith("RIFF"u8) && header[8..].StartsWith("WAVE"u8) => "wav",
            _ when header.StartsWith("ID3"u8) || header is [0xFF, >= 0xE0, ..] => "mp3",
            _ when header.StartsWith("fLaC"u8) => "flac",
            _ when header.StartsWith("OggS"u8) => "ogg",
            _ when IsIsoMedia(header) => "mov",
            _ => null,
        });

    /// <exception cref="MediaRejectedException">It is not a PNG or JPEG picture.</exception>
    public static MediaInput Picture(string path) =>
        Recognise(path, "a PNG or JPEG picture", static header => header switch
        {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png_pipe",
            [0xFF, 0xD8, 0xFF, ..] => "jpeg_pipe",
            _ => null,
        });

    private static bool IsIsoMedia(ReadOnlySpan<byte> header) => header[4..].StartsWith("ftyp"u8);

    private static MediaInput Recognise(string path, string wanted, Func<ReadOnlySpan<byte>, string?> demuxerOf)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new MediaRejectedException($"There is no file '{name}'.");
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        using var file = File.OpenRead(path);
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            throw new MediaRejectedException($"'{name}' is too short ({file.Length} bytes) to be {wanted}.");
        }

        return demuxerOf(header) is { } demuxer
            ? new MediaInput(Path.GetFullPath(path), demuxer)
            : throw new MediaRejectedException(
                $"'{name}' is not {wanted}: its first bytes are {Convert.ToHexString(header[..8])}. Playlists and scripts are never opened.");
    }
}
