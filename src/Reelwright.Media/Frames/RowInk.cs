namespace Reelwright.Media.Frames;

/// <summary>How a sprite goes onto a row.</summary>
internal readonly ref struct RowInk
{
    public float Opacity { get; init; }

    /// <summary>Opacity by column; empty when it is 1 everywhere.</summary>
    public ReadOnlySpan<float> Mask { get; init; }

    /// <summary>Light to add by column where the sprite is opaque; empty when there is none.</summary>
    public ReadOnlySpan<float> Light { get; init; }
}
