namespace Reelwright.Media.Art;

/// <summary>One sheet of the hero; sheets are drawn in order, on the same box.</summary>
/// <param name="Name">For people: <c>body</c>, <c>steam</c>, <c>card</c>.</param>
/// <param name="Svg">A complete document, viewBox <c>-560 -560 1120 1120</c>, transparent where nothing is drawn.</param>
/// <param name="Depth">0 moves with the hero's ground, 1 is nearest to the camera.</param>
/// <param name="CatchesLight">False for steam and glow, over which a sweep of light would look wrong.</param>
public sealed record ArtLayer(string Name, string Svg, double Depth, bool CatchesLight = true);
