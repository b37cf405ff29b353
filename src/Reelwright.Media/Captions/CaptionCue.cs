namespace Reelwright.Media.Captions;

/// <summary>A cue of a caption file: at most two lines of at most 42 columns.</summary>
internal sealed record CaptionCue(TimeSpan Start, TimeSpan End, IReadOnlyList<string> Lines)
{
    /// <summary>The lines as one, with a space where the text has one.</summary>
    public required string Text { get; init; }

    /// <summary>The text that the cue is part of: its base direction holds for each line.</summary>
    public required string Whole { get; init; }
}
