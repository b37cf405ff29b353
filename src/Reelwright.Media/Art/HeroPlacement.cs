namespace Reelwright.Media.Art;

/// <summary>Where the hero stands in a frame, and how the background's lights fit that frame.</summary>
/// <param name="X">Centre, share of the width.</param>
/// <param name="Y">Centre, share of the height.</param>
/// <param name="Side">Side of the hero's ±560 box, share of the frame's shorter side.</param>
/// <param name="SpreadX">Factor on the distance of lights from the frame's middle.</param>
/// <param name="Narrowing">Factor on the distance, in shares of the width, of the hero's own lights from it.</param>
/// <param name="RadiusX">Factor on the width of lights.</param>
/// <param name="RadiusY">Factor on their height.</param>
internal sealed record HeroPlacement(double X, double Y, double Side, double SpreadX, double Narrowing, double RadiusX, double RadiusY)
{
    private static readonly HeroPlacement Portrait = new(0.5, 0.38, 1.03, 1, 1, 1, 1);
    private static readonly HeroPlacement Square = new(0.5, 0.38, 0.72, 1, 1, 0.95, 1.15);
    private static readonly HeroPlacement Landscape = new(0.72, 0.5, 0.92, 1.1, 0.5, 0.72, 1.45);

    internal static HeroPlacement For(int width, int height) => (width / (double)height) switch
    {
        < 0.8 => Portrait,
        > 1.25 => Landscape,
        _ => Square,
    };
}
