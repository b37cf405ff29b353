namespace Reelwright.Media.Ffmpeg;

public enum MediaTool
{
    Ffmpeg,
    Ffprobe,
    FcList,
    EspeakNg,
}

/// <summary>The description of one run of ffmpeg, ffprobe or a related program.</summary>
public sealed record FfmpegCommand
{
    /// <summary>Completes "ffmpeg failed to ...".</summary>
    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public MediaTool Tool { get; init; } = MediaTool.Ffmpeg;

    /// <summary>The working directory, at which relative names in <see cref="Arguments"/> start.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>After this the process is killed.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Bytes of stdout that are kept; more fails the run.</summary>
    public int OutputLimit { get; init; } = 8 << 20;

    /// <summary>Writes the process's stdin, which is closed when it returns; null: stdin is empty.</summary>
    public Func<Stream, CancellationToken, Task>? Feed { get; init; }
}

/// <summary>The output of a successful run.</summary>
public sealed record FfmpegOutput(byte[] Output, IReadOnlyList<string> Messages)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Output);
}
