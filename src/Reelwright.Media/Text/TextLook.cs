namespace Reelwright.Media.Text;

/// <summary>How one kind of text is set. Sizes are pixels an em, the same for every script.</summary>
internal sealed record TextLook
{
    public required int Weight { get; init; }

    /// <summary>The cut of the typeface that is drawn for large sizes.</summary>
    public bool Display { get; init; }

    /// <summary>Ems between letters.</summary>
    public double Tracking { get; init; }

    /// <summary>Ems from line to line.</summary>
    public double Leading { get; init; } = 1.2;

    public bool Capitals { get; init; }

    /// <summary>What one line more costs: a headline may well stand in two, a line under it is better smaller.</summary>
    public double LineCost { get; init; } = 0.12;

    public required double LargestSize { get; init; }

    public required double SmallestSize { get; init; }

    public required int MostLines { get; init; }

    public static TextLook Headline(double size) => new()
    {
        Weight = 800, Display = true, Tracking = -0.018, Leading = 1.1, LargestSize = size, SmallestSize = size * 0.42, MostLines = 3,
    };

    public static TextLook Subline(double size) => new()
    {
        Weight = 500, Leading = 1.28, LineCost = 0.5, LargestSize = size, SmallestSize = size * 0.6, MostLines = 2,
    };

    public static TextLook Eyebrow(double size) => new()
    {
        Weight = 600, Tracking = 0.14, Capitals = true, LargestSize = size, SmallestSize = size * 0.6, MostLines = 1,
    };

    public static TextLook Button(double size) => new()
    {
        Weight = 700, Tracking = -0.005, LargestSize = size, SmallestSize = size * 0.5, MostLines = 1,
    };

    public static TextLook Caption(double size) => new()
    {
        Weight = 600, Leading = 1.25, LineCost = 0.25, LargestSize = size, SmallestSize = size * 0.6, MostLines = 2,
    };
}
