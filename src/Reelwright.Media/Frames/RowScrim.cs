namespace Reelwright.Media.Frames;

/// <summary>The scrim on one row.</summary>
internal readonly ref struct RowScrim
{
    public Yuv Colour { get; init; }

    /// <summary>How much of it, 0 to 1.</summary>
    public float Amount { get; init; }

    /// <summary>Its share by column, padded to whole vectors.</summary>
    public ReadOnlySpan<float> Columns { get; init; }
}
