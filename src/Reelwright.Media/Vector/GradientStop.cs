using Reelwright.Media.Colour;

namespace Reelwright.Media.Vector;

/// <summary>One colour of a gradient; written as <c>(0.4, colour)</c> or <c>(0.4, colour, opacity)</c>.</summary>
internal readonly record struct GradientStop(double At, Rgb Colour, double Opacity)
{
    public static implicit operator GradientStop((double At, Rgb Colour) stop) => new(stop.At, stop.Colour, 1);

    public static implicit operator GradientStop((double At, Rgb Colour, double Opacity) stop) => new(stop.At, stop.Colour, stop.Opacity);
}
