using System.ComponentModel.DataAnnotations;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Where ffmpeg is and how long its processes may run. Section <c>Reelwright:Media</c>.</summary>
public sealed class FfmpegOptions
{
    public const string Section = "Reelwright:Media";

    /// <summary>Path of ffmpeg; by default the one on <c>PATH</c>.</summary>
    public string? FfmpegPath { get; set; }

    /// <summary>Path of ffprobe; by default the one beside ffmpeg or on <c>PATH</c>.</summary>
    public string? FfprobePath { get; set; }

    /// <summary>Seconds that one encode may take; default 600.</summary>
    [Range(10, 7200)]
    public int EncodeLimitSeconds { get; set; } = 600;

    /// <summary>Seconds that reading a file's properties may take; default 20.</summary>
    [Range(1, 300)]
    public int ProbeLimitSeconds { get; set; } = 20;

    public TimeSpan EncodeLimit => TimeSpan.FromSeconds(EncodeLimitSeconds);

    public TimeSpan ProbeLimit => TimeSpan.FromSeconds(ProbeLimitSeconds);
}
