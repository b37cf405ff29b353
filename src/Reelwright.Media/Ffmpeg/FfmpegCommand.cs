namespace Reelwright.Media.Ffmpeg;

public enum MediaTool
{
    Ffmpeg,
    Ffprobe,
    FcList,
    EspeakNg,
}

/// <summary>One run of ffmpeg or a program beside it, as data.</summary>
public sealed record FfmpegCommand
{
    /// <summary>Completes "ffmpeg failed to ...".</summary>
    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public MediaTool Tool { get; init; } = MediaTool.Ffmpeg;

    /// <summary>Relative names in <see cref="Arguments"/> are meant from here.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>After this the process is killed.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Bytes of stdout that are kept; more fails the run.</summary>
    public int OutputLimit { get; init; } = 8 << 20;

    /// <summary>Writes the process's stdin, which is closed when it returns; null: stdin is empty.</summary>
    public Func<Stream, CancellationToken, Task>? Feed { get; init; }
}

/// <summary>What a run that succeeded wrote.</summary>
public sealed record FfmpegOutput(byte[] Output, IReadOnlyList<string> Messages)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Output);
}
