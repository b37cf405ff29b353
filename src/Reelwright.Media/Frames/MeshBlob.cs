namespace Reelwright.Media.Frames;

/// <summary>A soft ellipse of colour: alpha (1 - r^2)^3, which meets zero so gently that no rim shows.</summary>
internal readonly record struct MeshBlob(
    Yuv Colour, double X, double Y, double RadiusX, double RadiusY, double Rotation, float Opacity);
