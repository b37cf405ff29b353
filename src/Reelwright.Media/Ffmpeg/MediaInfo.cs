namespace Reelwright.Media.Ffmpeg;

/// <summary>What a media file holds, as ffprobe reads it.</summary>
public sealed record MediaInfo
{
    /// <summary>Zero when the container does not say.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The end of the last packet of any stream; null when packets were not counted or have no times.</summary>
    public TimeSpan? LastPacketEnd { get; init; }

    /// <summary>The first real video stream; cover pictures do not count.</summary>
    public VideoStream? Video { get; init; }

    public AudioStream? Audio { get; init; }

    public required int StreamCount { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
}

public sealed record VideoStream
{
    private static readonly string[] _alphaFormats = ["rgba", "bgra", "argb", "abgr", "ya8", "ya16", "yuva", "ayuv", "vuya", "gbrap", "pal8"];

    public required string Codec { get; init; }

    public string? Profile { get; init; }

    public string? PixelFormat { get; init; }

    /// <summary>
    /// WebM stores the alpha of VP8 and VP9 beside the picture. ffmpeg's native decoders ignore it and the pixel format does not show it.
    /// </summary>
    public bool AlphaBeside { get; init; }

    /// <summary>Whether its decoder yields transparency, and with it hidden pixels of any colour.</summary>
    public bool HasAlpha =>
        AlphaBeside || (PixelFormat is { } format && _alphaFormats.Any(start => format.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>Pixels as stored, before rotation.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Average frames a second; zero when unknown.</summary>
    public required double FrameRate { get; init; }

    /// <summary>Degrees clockwise that a player turns the picture: 0, 90, 180 or 270.</summary>
    public required int Rotation { get; init; }

    /// <summary>Width of a pixel divided by its height.</summary>
    public required double PixelAspect { get; init; }

    /// <summary>Filters that turn the stored picture upright.</summary>
    internal IReadOnlyList<string> Orientation { get; init; } = [];

    public ColourTags Colour { get; init; } = new();

    /// <summary>Null when it holds no Dolby Vision.</summary>
    public int? DolbyVisionProfile { get; init; }

    public required bool Interlaced { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Frames that the header promises; null when it does not say.</summary>
    public int? FramesPromised { get; init; }

    /// <summary>Packets that are really there; counted only when asked for.</summary>
    public int? PacketsCounted { get; init; }
}

public sealed record AudioStream(string Codec, int SampleRate, int Channels);
