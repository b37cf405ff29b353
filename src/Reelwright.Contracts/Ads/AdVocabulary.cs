namespace Reelwright.Contracts.Ads;

/// <summary>The aspect ratios that an ad can have, with the frame each is rendered at.</summary>
public static class AspectRatios
{
    public const string Landscape = "16:9";
    public const string Portrait = "9:16";
    public const string Square = "1:1";

    public static IReadOnlyList<string> All { get; } = [Landscape, Portrait, Square];

    /// <summary>Width and height in pixels: 1920x1080, 1080x1920 or 1080x1080.</summary>
    public static (int Width, int Height) FrameOf(string aspectRatio) => aspectRatio switch
    {
        Landscape => (1920, 1080),
        Portrait => (1080, 1920),
        Square => (1080, 1080),
        _ => throw new ArgumentOutOfRangeException(nameof(aspectRatio), aspectRatio, $"Known are {string.Join(", ", All)}."),
    };
}

/// <summary>The moods that music can be asked for, beside <see cref="Off"/>.</summary>
public static class MusicMoods
{
    public const string Off = "off";

    public static IReadOnlyList<string> All { get; } = ["calm", "elegant", "energetic", "epic", "playful", "tech", "upbeat", "warm"];
}

/// <summary>What <c>options.captions</c> may say.</summary>
public static class CaptionModes
{
    public const string Off = "off";
    public const string BurntIn = "burnt_in";

    public static IReadOnlyList<string> All { get; } = [Off, BurntIn];
}
