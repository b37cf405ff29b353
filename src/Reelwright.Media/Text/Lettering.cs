namespace Reelwright.Media.Text;

/// <summary>Which edge of a line is held in place.</summary>
internal enum Hold
{
    Left = 1,
    Centre = 2,
    Right = 3,
}

/// <summary>A laid-out text at its place, time and colour.</summary>
internal sealed record Lettering
{
    public required TextBlock Block { get; init; }

    /// <summary>Pixels of the edge that <see cref="Hold"/> names.</summary>
    public required double X { get; init; }

    /// <summary>Pixels of the top.</summary>
    public required double Y { get; init; }

    public required Hold Hold { get; init; }

    public required int FromFrame { get; init; }

    public required int ToFrame { get; init; }

    public required Motion Motion { get; init; }

    /// <summary><c>#rrggbb</c>.</summary>
    public required string Colour { get; init; }

    public double Opacity { get; init; } = 1;

    /// <summary>A soft dark halo, for pictures that we did not draw.</summary>
    public bool Halo { get; init; }

    /// <summary>What is drawn behind it to stand on, <c>#rrggbb</c>; null: the picture.</summary>
    public string? Ground { get; init; }

    /// <summary>It stays until the end of the film.</summary>
    public bool Stays { get; init; }

    /// <summary>Nothing is drawn outside of it while it moves.</summary>
    public required Scenes.Box Bounds { get; init; }
}
