namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// A local file and the one demuxer that may open it. ffmpeg by itself detects the format and would open a playlist or a concat script
/// under any name, and those refer to further files. Here the first bytes decide, and ffmpeg gets the demuxer as an argument.
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

    /// <summary>What a picture's header says; null for sound and video.</summary>
    internal PictureHeader? Header { get; private init; }

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
        Recognise(path, "a WAV, MP3, AAC, M4A, FLAC or Ogg sound", static header => header switch
        {
            _ when header.StartsWith("RIFF"u8) && header[8..].StartsWith("WAVE"u8) => "wav",
            _ when header.StartsWith("ID3"u8) || IsMpegAudio(header) => "mp3",
            [0xFF, 0xF0 or 0xF1 or 0xF8 or 0xF9, ..] => "aac",
            _ when header.StartsWith("fLaC"u8) => "flac",
            _ when header.StartsWith("OggS"u8) => "ogg",
            _ when IsIsoMedia(header) => "mov",
            _ => null,
        });

    /// <exception cref="MediaRejectedException">It is not a PNG, JPEG or WebP picture, or it is too large.</exception>
    public static MediaInput Picture(string path) =>
        Recognise(path, "a PNG, JPEG or WebP picture", static header => header switch
        {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png_pipe",
            [0xFF, 0xD8, 0xFF, ..] => "jpeg_pipe",
            _ when header.StartsWith("RIFF"u8) && header[8..].StartsWith("WEBP"u8) => "webp_pipe",
            _ => null,
        });

    private static bool IsIsoMedia(ReadOnlySpan<byte> header) => header[4..].StartsWith("ftyp"u8);

    // Reserved values in the first frame's header are excluded, because UTF-16 text may begin with the same eleven bits, as does AAC
    // (layer 0).
    private static bool IsMpegAudio(ReadOnlySpan<byte> header) =>
        header is [0xFF, >= 0xE0, ..] && (header[1] & 0x18) != 0x08 && (header[1] & 0x06) != 0 && (header[2] & 0xF0) != 0xF0 && (header[2] & 0x0C) != 0x0C;

    private static MediaInput Recognise(string path, string wanted, Func<ReadOnlySpan<byte>, string?> demuxerOf)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new MediaRejectedException($"There is no file '{name}'.");
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        using var file = File.OpenRead(path);
        if (file.Length == 0)
        {
            throw new MediaRejectedException($"'{name}' is empty.");
        }

        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            throw new MediaRejectedException($"'{name}' is too short ({file.Length} bytes) to be {wanted}.");
        }

        var demuxer = demuxerOf(header) ?? throw new MediaRejectedException(
            $"'{name}' is not {wanted}: its first bytes are {Convert.ToHexString(header[..8])}. Playlists and scripts are never opened.");
        return new MediaInput(Path.GetFullPath(path), demuxer) { Header = Inspect(file, name, demuxer) };
    }

    /// <summary>Refuses files with too many streams or pixels before any process starts.</summary>
    private static PictureHeader? Inspect(Stream file, string name, string demuxer)
    {
        if (demuxer == "mov" && Mp4Outline.FindFault(file) is { } fault)
        {
            throw new MediaRejectedException($"'{name}' {fault}");
        }

        if (!demuxer.EndsWith("_pipe", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var header = PictureHeader.Read(file, demuxer)
                ?? throw new MediaRejectedException($"'{name}' does not say how large it is: its header is damaged or cut short.");
            return header.Pixels <= MediaLimits.MostPicturePixels
                ? header
                : throw new MediaRejectedException(
                    $"'{name}' is {header.Width}x{header.Height}, {header.Pixels / 1_000_000} megapixels; at most {MediaLimits.MostPicturePixels / 1_000_000} are accepted.");
        }
        catch (NotSupportedException exception)
        {
            throw new MediaRejectedException($"'{name}' {exception.Message}", exception);
        }
    }
}
