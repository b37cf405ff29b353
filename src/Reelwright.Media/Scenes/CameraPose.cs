namespace Reelwright.Media.Scenes;

/// <summary>The camera at one moment. Its rest is zoom 1 and 0 for all else.</summary>
/// <param name="Zoom">Size of the product compared to its box.</param>
/// <param name="PanX">Shift of what is at depth 1 to the right, in shorter sides of the frame.</param>
/// <param name="PanY">The same downwards.</param>
/// <param name="Roll">Clockwise, radians.</param>
/// <param name="Yaw">Around the upright axis, radians.</param>
internal readonly record struct CameraPose(double Zoom, double PanX, double PanY, double Roll, double Yaw);
