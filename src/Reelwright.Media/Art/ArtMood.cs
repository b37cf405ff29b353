namespace Reelwright.Media.Art;

/// <summary>What a mood changes of an art direction: the same moods that music has.</summary>
/// <param name="Light">How strong the lights behind the product are, 1 as the direction has them.</param>
/// <param name="Sparkle">How clearly the particles are seen.</param>
/// <param name="Pace">How fast lights and particles drift.</param>
public sealed record ArtMood(double Light, double Sparkle, double Pace)
{
    public static ArtMood Even { get; } = new(1, 1, 1);

    /// <param name="mood">Null and unknown ones change nothing.</param>
    public static ArtMood Find(string? mood) => mood switch
    {
        "calm" => new(0.82, 0.65, 0.6),
        "elegant" => new(0.9, 0.85, 0.75),
        "tech" => new(0.95, 0.8, 1),
        "warm" => new(1, 1, 0.85),
        "upbeat" => new(1.05, 1.15, 1.15),
        "playful" => new(1.08, 1.4, 1.3),
        "epic" => new(1.12, 1.25, 1.1),
        "energetic" => new(1.12, 1.2, 1.6),
        _ => Even,
    };
}
