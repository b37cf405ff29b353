using Reelwright.Media.Colour;

namespace Reelwright.Media.Art;

/// <summary>
/// A soft light in the background: an ellipse whose opacity falls from <see cref="Opacity"/> in the centre to nothing at its edge
/// as (1-r²)³.
/// </summary>
/// <param name="X">Centre, share of the frame's width.</param>
/// <param name="Y">Centre, share of the frame's height.</param>
/// <param name="RadiusX">Share of the frame's width.</param>
/// <param name="RadiusY">Share of the frame's height.</param>
/// <param name="Rotation">Radians, clockwise.</param>
public sealed record Blob(float X, float Y, float RadiusX, float RadiusY, float Rotation, Rgb Colour, float Opacity);
