namespace Reelwright.Media.Film;

/// <summary>A text at its time.</summary>
public sealed record FilmText
{
    /// <summary>Any text; characters that no font can draw are left out.</summary>
    public required string Text { get; init; }

    /// <summary>Seconds.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds.</summary>
    public required double End { get; init; }

    /// <summary>
    /// headline, subline, eyebrow, end_card or button; over a foreign clip also a place in words, such as top, center or bottom-left. Any
    /// other word is placed as a headline. Texts with one place at one time are stacked.
    /// </summary>
    public required string Position { get; init; }

    /// <summary>words, rise, fade or pop; any other word is drawn as a fade.</summary>
    public string Style { get; init; } = "fade";
}

/// <summary>A line to speak.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Text">Some sentences.</param>
/// <param name="Scene">The scene that it belongs to, counted from 0; null for the whole film.</param>
public sealed record VoiceLine(double Start, double End, string Text, int? Scene = null);

/// <summary>The music: a local file, or composed to a mood.</summary>
public sealed record FilmMusic
{
    public string? Mood { get; init; }

    public int? TempoBpm { get; init; }

    public int Seed { get; init; }

    /// <summary>A local sound file that is used instead; repeated when too short.</summary>
    public string? FilePath { get; init; }
}
