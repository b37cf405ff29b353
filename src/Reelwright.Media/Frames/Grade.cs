namespace Reelwright.Media.Frames;

/// <summary>How much light and colour a picture keeps.</summary>
internal readonly record struct Grade(float Light, float Colour)
{
    public static Grade Full { get; } = new(1, 1);
}
