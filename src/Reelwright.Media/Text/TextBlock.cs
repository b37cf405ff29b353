namespace Reelwright.Media.Text;

/// <summary>A line of a laid-out text.</summary>
internal sealed record TextLine(IReadOnlyList<TextUnit> Units, double Width)
{
    /// <summary>Ems, the tallest of its fonts.</summary>
    public double Ascent => Units.SelectMany(unit => unit.Runs).Max(run => run.Face.Font!.Ascent);

    public double Descent => Units.SelectMany(unit => unit.Runs).Max(run => run.Face.Font!.Descent);
}

/// <summary>A text in its final size and lines.</summary>
internal sealed record TextBlock
{
    /// <summary>From the baseline to the top of a capital, and from the baseline to the foot of a descender, in ems: what an eye sees of a line.</summary>
    public const double CapHeight = 0.74;

    public const double Foot = 0.22;

    public required PreparedText Text { get; init; }

    public required TextLook Look { get; init; }

    /// <summary>Pixels an em.</summary>
    public required double Size { get; init; }

    public required IReadOnlyList<TextLine> Lines { get; init; }

    /// <summary>The end of the text that did not fit; null when all of it did.</summary>
    public string? Cut { get; init; }

    public double Tracking => Text.IsComplex ? 0 : Look.Tracking;

    public double Width => Lines.Max(line => line.Width);

    /// <summary>Pixels from the top of the first line to the foot of the last.</summary>
    public double Height => HeightOf(Lines.Count, Size, LineLeading);

    /// <summary>Marks above and below letters need more room than Latin does.</summary>
    public double LineLeading => LeadingOf(Text, Look);

    /// <summary>Pixels from the block's top to the baseline of a line.</summary>
    public double Baseline(int line) => Size * (CapHeight + (line * LineLeading));

    public static double HeightOf(int lines, double size, double leading) => size * (CapHeight + ((lines - 1) * leading) + Foot);

    public static double LeadingOf(PreparedText text, TextLook look) => text.IsComplex ? Math.Max(look.Leading, 1.45) : look.Leading;
}
