namespace Reelwright.Media.Film.Quality;

/// <summary>What was measured of a finished film.</summary>
public sealed record FilmQuality
{
    /// <summary>Length of the picture less what was ordered, seconds.</summary>
    public required double DurationErrorSeconds { get; init; }

    /// <summary>Length of the sound less length of the picture, seconds; both begin together.</summary>
    public required double AvDriftSeconds { get; init; }

    /// <summary>Integrated loudness by EBU R128; null when the film is silent.</summary>
    public required double? LoudnessLufs { get; init; }

    /// <summary>Null when the film is silent.</summary>
    public required double? TruePeakDbtp { get; init; }

    /// <summary>Frames without any light, before text is written on them.</summary>
    public required int BlackFrames { get; init; }

    /// <summary>Frames whose picture is that of the frame before, text apart.</summary>
    public required int DuplicateFrames { get; init; }

    /// <summary>The longest time for which the picture stood still, text apart.</summary>
    public required double LongestFreezeSeconds { get; init; }

    /// <summary>Whether all text and the button keep clear of what apps draw over a film.</summary>
    public required bool TextInSafeBox { get; init; }

    /// <summary>Whether no text is written over another.</summary>
    public required bool TextsApart { get; init; }

    /// <summary>The lowest contrast (WCAG 2.2) of any text with the pixels that it stands on, worst twentieth of them left out; null without text.</summary>
    public required double? TextContrast { get; init; }

    /// <summary>Of picture and sound together.</summary>
    public required int BitrateKbps { get; init; }

    /// <summary>Whether it plays before it is loaded to its end.</summary>
    public required bool Faststart { get; init; }

    public required double KeyframeGapSeconds { get; init; }

    /// <summary>Whether no limit was missed.</summary>
    public bool Passed => Findings.Count == 0;

    /// <summary>Limits that were missed, each a sentence.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
