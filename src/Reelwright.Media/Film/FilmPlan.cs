using Reelwright.Media.Captions;
using Reelwright.Media.Film.Provenance;

namespace Reelwright.Media.Film;

/// <summary>
/// A film, as data. All times are positions on the final timeline, in seconds; they are rounded to whole frames, and transitions
/// overlap scenes without moving any of them.
/// </summary>
public sealed record FilmPlan
{
    public const int FrameRate = 30;

    /// <summary>Pixels; even.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels; even.</summary>
    public required int Height { get; init; }

    /// <summary>Seconds, exact to a frame.</summary>
    public required double Duration { get; init; }

    /// <summary>In order, from 0 to <see cref="Duration"/>; a gap is filled by the scene before it.</summary>
    public required IReadOnlyList<FilmScene> Scenes { get; init; }

    public IReadOnlyList<FilmText> Texts { get; init; } = [];

    /// <summary>What the planner left out already; the result repeats it.</summary>
    public IReadOnlyList<FilmWarning> Warnings { get; init; } = [];

    public required FilmTheme Theme { get; init; }

    /// <summary>PNG, JPEG or WebP, shown on the end card; null for none.</summary>
    public string? LogoFile { get; init; }

    /// <summary>Null for no music; the film still has a (silent) sound track.</summary>
    public FilmMusic? Music { get; init; }

    /// <summary>Lines to speak, with the time each may start; empty for no voice.</summary>
    public IReadOnlyList<VoiceLine> Voice { get; init; } = [];

    /// <summary>Lines of the caption files; null: what is spoken, or, without voice, what is written.</summary>
    public IReadOnlyList<CaptionLine>? Captions { get; init; }

    /// <summary>Draws the captions into the picture too.</summary>
    public bool BurnCaptions { get; init; }

    /// <summary>A small label that says the film was made by a machine, such as "AI generated"; null for none.</summary>
    public string? AiLabel { get; init; }

    /// <summary>Language of the texts (BCP 47, such as "ja" or "zh-Hans"); it chooses between regional forms of Han characters.</summary>
    public string? Language { get; init; }

    /// <summary>Makes a short moving picture beside the film too.</summary>
    public bool Preview { get; init; }

    /// <summary>What film and thumbnail say, for machines, of where they come from.</summary>
    public FilmOrigin Origin { get; init; } = new();

    /// <summary>Existing folder for intermediate files; nothing is left in it.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>The MP4 to write; thumbnail and captions go beside it, under the same name.</summary>
    public required string OutputPath { get; init; }
}
