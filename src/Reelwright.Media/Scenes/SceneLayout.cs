namespace Reelwright.Media.Scenes;

/// <summary>
/// The layout of a frame, in pixels. The renderer places the product and the composition places the text by it, so that neither covers
/// the other and both stay outside the areas that apps draw over an upright video.
/// </summary>
public sealed record SceneLayout
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required SceneShape Shape { get; init; }

    /// <summary>All text and the button stay inside it.</summary>
    public required Box Safe { get; init; }

    /// <summary>The product fills it when the camera is at rest.</summary>
    public required Box Hero { get; init; }

    /// <summary>The text block: headline from the top, the subline under its last line. On an end card the brand or product name.</summary>
    public required Box Headline { get; init; }

    /// <summary>A line of small text above the headline, or the address under the button of an end card.</summary>
    public required Box Eyebrow { get; init; }

    /// <summary>The call to action; used on end cards.</summary>
    public required Box Button { get; init; }

    /// <summary>Whether text is centred in its box; else it starts at the left edge.</summary>
    public required bool Centred { get; init; }

    /// <summary>Whether the text stands above the product; else it stands below or beside it.</summary>
    public bool IsTextAbove => Shape != SceneShape.Wide && Headline.CentreY < Hero.CentreY;

    /// <summary>Largest font size of the headline; long text shrinks from here.</summary>
    public required double HeadlineSize { get; init; }

    public required double SublineSize { get; init; }

    public required double EyebrowSize { get; init; }

    public required double ButtonSize { get; init; }

    /// <summary>The layout of a scene. Roles other than <c>hook, problem, product, proof, cta</c> are laid out as <c>proof</c>.</summary>
    public static SceneLayout For(int width, int height, string role)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var shape = ((double)width / height) switch
        {
            < 0.8 => SceneShape.Tall,
            > 1.25 => SceneShape.Wide,
            _ => SceneShape.Square,
        };
        var layout = (shape, role) switch
        {
            (SceneShape.Tall, SceneRole.CallToAction) => ReferenceLayouts.TallEnd,
            (SceneShape.Tall, SceneRole.Hook or SceneRole.Product) => ReferenceLayouts.TallBelow,
            (SceneShape.Tall, _) => ReferenceLayouts.Tall,
            (SceneShape.Square, SceneRole.CallToAction) => ReferenceLayouts.SquareEnd,
            (SceneShape.Square, _) => ReferenceLayouts.Square,
            (_, SceneRole.CallToAction) => ReferenceLayouts.WideEnd,
            _ => ReferenceLayouts.Wide,
        };
        return layout.Resize(width, height, role);
    }

    private SceneLayout Resize(int width, int height, string role)
    {
        var x = (double)width / Width;
        var y = (double)height / Height;
        var size = Math.Min(x, y);
        return this with
        {
            Width = width,
            Height = height,
            Safe = Safe.Scale(x, y),
            Hero = Box.Around(Hero.CentreX * x, Hero.CentreY * y, Hero.Width * size * HeroScale(role)),
            Headline = Headline.Scale(x, y),
            Eyebrow = Eyebrow.Scale(x, y),
            Button = Box.Around(Button.CentreX * x, Button.CentreY * y, Button.Width * size, Button.Height * size),
            HeadlineSize = HeadlineSize * size,
            SublineSize = SublineSize * size,
            EyebrowSize = EyebrowSize * size,
            ButtonSize = ButtonSize * size,
        };
    }

    private static double HeroScale(string role) => role switch
    {
        SceneRole.Problem => 0.80,
        SceneRole.Proof => 0.96,
        _ => 1,
    };
}
