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

    /// <summary>Black frames, before text is drawn on them.</summary>
    public required int BlackFrames { get; init; }

    /// <summary>Frames with the same picture as the frame before, text not counted.</summary>
    public required int DuplicateFrames { get; init; }

    /// <summary>The longest time without movement, text not counted.</summary>
    public required double LongestFreezeSeconds { get; init; }

    /// <summary>Whether all texts and the button stay inside the safe box, clear of what apps draw over a film.</summary>
    public required bool TextInSafeBox { get; init; }

    /// <summary>Whether no text overlaps another.</summary>
    public required bool TextsApart { get; init; }

    /// <summary>
    /// The lowest contrast (WCAG 2.2) of any text with the pixels behind it, without the worst twentieth of them; null without text.
    /// </summary>
    public required double? TextContrast { get; init; }

    /// <summary>Of picture and sound together.</summary>
    public required int BitrateKbps { get; init; }

    /// <summary>Whether it plays before it is loaded to its end.</summary>
    public required bool Faststart { get; init; }

    public required double KeyframeGapSeconds { get; init; }

    /// <summary>Whether no limit was missed and the film has all texts of its plan.</summary>
    public bool Passed => Findings.Count == 0 && TextsMissing.Count == 0;

    /// <summary>Texts of the plan that are not in the film, or not all of them.</summary>
    public IReadOnlyList<string> TextsMissing { get; init; } = [];

    /// <summary>Limits that were missed, each a sentence.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
