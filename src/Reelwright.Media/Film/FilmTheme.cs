using Reelwright.Media.Art;

namespace Reelwright.Media.Film;

/// <summary>Colours of everything written, each <c>#rrggbb</c>.</summary>
public sealed record FilmTheme
{
    public required string Ink { get; init; }

    /// <summary>The button.</summary>
    public required string Accent { get; init; }

    /// <summary>Text on the button.</summary>
    public required string AccentInk { get; init; }

    /// <summary>The quieter line; null: the ink, a little transparent.</summary>
    public string? InkMuted { get; init; }

    /// <summary>Small text in the accent; null: the accent itself.</summary>
    public string? AccentText { get; init; }

    /// <summary>Dark ink on light pictures.</summary>
    public bool IsLight { get; init; }

    /// <summary>The colour under transparent pixels of a foreign clip; null: black.</summary>
    public string? Ground { get; init; }

    /// <summary>The colours that go with drawn scenes.</summary>
    public static FilmTheme Of(Artwork art) => new()
    {
        Ink = art.Ink.ToString(),
        Accent = art.Accent.ToString(),
        AccentInk = art.AccentInk.ToString(),
        InkMuted = art.InkMuted.ToString(),
        AccentText = art.AccentText.ToString(),
        IsLight = art.IsLight,
        Ground = art.Tones.Base0.ToString(),
    };
}
