namespace Reelwright.Media.Scenes;

/// <summary>
/// The layouts at their reference sizes. Upright text stays inside x 120-960, y 270-1250 of 1080x1920, the part that no
/// app covers with its own buttons and captions; the others keep the 10 % that title-safe areas ask of text.
/// </summary>
internal static class ReferenceLayouts
{
    public static SceneLayout Tall { get; } = new()
    {
        Width = 1080,
        Height = 1920,
        Shape = SceneShape.Tall,
        Safe = new Box(120, 270, 840, 980),
        Hero = Box.Around(540, 574, 730),
        Eyebrow = new Box(120, 942, 840, 40),
        Headline = new Box(120, 990, 840, 260),
        Button = Box.Around(540, 1190, 520, 120),
        Centred = false,
        HeadlineSize = 88,
        SublineSize = 44,
        EyebrowSize = 28,
        ButtonSize = 48,
    };

    /// <summary>The product below its text. It may reach into the area that apps cover, because only text must stay outside it.</summary>
    public static SceneLayout TallBelow { get; } = Tall with
    {
        Hero = Box.Around(540, 1200, 800),
        Eyebrow = new Box(120, 350, 840, 40),
        Headline = new Box(120, 398, 840, 244),
    };

    public static SceneLayout TallEnd { get; } = Tall with
    {
        Hero = Box.Around(540, 490, 500),
        Headline = new Box(120, 770, 840, 190),
        Button = Box.Around(540, 1060, 540, 128),
        Eyebrow = new Box(120, 1164, 840, 48),
        Centred = true,
        EyebrowSize = 34,
    };

    public static SceneLayout Square { get; } = new()
    {
        Width = 1080,
        Height = 1080,
        Shape = SceneShape.Square,
        Safe = new Box(108, 108, 864, 864),
        Hero = Box.Around(540, 356, 560),
        Eyebrow = new Box(108, 656, 864, 36),
        Headline = new Box(108, 702, 864, 262),
        Button = Box.Around(540, 900, 440, 104),
        Centred = false,
        HeadlineSize = 78,
        SublineSize = 38,
        EyebrowSize = 25,
        ButtonSize = 42,
    };

    public static SceneLayout SquareEnd { get; } = Square with
    {
        Hero = Box.Around(540, 310, 380),
        Headline = new Box(108, 530, 864, 150),
        Button = Box.Around(540, 765, 440, 108),
        Eyebrow = new Box(108, 860, 864, 44),
        Centred = true,
        EyebrowSize = 30,
    };

    public static SceneLayout Wide { get; } = new()
    {
        Width = 1920,
        Height = 1080,
        Shape = SceneShape.Wide,
        Safe = new Box(192, 108, 1536, 864),
        Hero = Box.Around(1380, 540, 820),
        Eyebrow = new Box(192, 352, 700, 38),
        Headline = new Box(192, 404, 700, 360),
        Button = Box.Around(422, 840, 460, 108),
        Centred = false,
        HeadlineSize = 92,
        SublineSize = 42,
        EyebrowSize = 28,
        ButtonSize = 42,
    };

    public static SceneLayout WideEnd { get; } = Wide with
    {
        Hero = Box.Around(960, 310, 420),
        Headline = new Box(192, 560, 1536, 160),
        Button = Box.Around(960, 802, 460, 110),
        Eyebrow = new Box(192, 892, 1536, 48),
        Centred = true,
        HeadlineSize = 88,
        EyebrowSize = 32,
    };
}
