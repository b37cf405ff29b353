namespace Reelwright.Media.Text;

/// <summary>A stretch of text in one font.</summary>
internal readonly record struct TextRun(FontFace Face, string Text);

/// <summary>What lines are made of and what moves by itself: a word, or one ideograph.</summary>
internal sealed record TextUnit
{
    public required IReadOnlyList<TextRun> Runs { get; init; }

    /// <summary>Whether a space stands before it, unless it begins a line.</summary>
    public required bool SpaceBefore { get; init; }

    /// <summary>How bad a line break before it is: below 0 is welcome, 1 is ugly, infinity is never.</summary>
    public required double BreakPenalty { get; init; }

    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Pixels, with letters set at <paramref name="size"/> pixels an em and <paramref name="tracking"/> ems apart.</summary>
    public double Width(double size, double tracking)
    {
        var ems = 0.0;
        foreach (var run in Runs)
        {
            foreach (var rune in run.Text.EnumerateRunes())
            {
                ems += run.Face.Font!.Advance(rune) + tracking;
            }
        }

        return ems * size;
    }
}

/// <summary>A text ready to be laid out.</summary>
internal sealed record PreparedText
{
    public required IReadOnlyList<TextUnit> Units { get; init; }

    public required bool IsRightToLeft { get; init; }

    /// <summary>Some of its letters are read from right to left, so each line is given the base direction of the whole.</summary>
    public bool IsMixed { get; init; }

    /// <summary>Letters join or reorder: it moves by lines and is never spaced out.</summary>
    public required bool IsComplex { get; init; }

    /// <summary>Characters that no font draws.</summary>
    public required string Missing { get; init; }
}
