using Reelwright.Media.Colour;

namespace Reelwright.Media.Vector;

internal sealed partial class SvgSketch
{
    /// <summary>
    /// A ring or disc whose colour runs round its centre, as light does on turned metal. SVG has no such gradient, so it is cut
    /// into wedges; each reaches a little under the next, which hides the seams.
    /// </summary>
    /// <param name="colour">Colour at an angle in degrees, 0 at three o'clock, clockwise.</param>
    internal SvgSketch Turned(double cx, double cy, double outer, double inner, Func<double, Rgb> colour, int wedges = 120)
    {
        var step = 360.0 / wedges;
        for (var i = 0; i < wedges; i++)
        {
            var from = i * step;
            var (x1, y1) = Around(cx, cy, outer, from);
            var (x2, y2) = Around(cx, cy, outer, from + (step * 1.6));
            var (x3, y3) = Around(cx, cy, inner, from + (step * 1.6));
            var (x4, y4) = Around(cx, cy, inner, from);
            Add($"""<path d="M{x1:0.#},{y1:0.#} A{outer},{outer} 0 0 1 {x2:0.#},{y2:0.#} L{x3:0.#},{y3:0.#} A{inner},{inner} 0 0 0 {x4:0.#},{y4:0.#}Z" fill="{colour(from + (step / 2))}"/>""");
        }

        return this;
    }

    /// <summary>The point at an angle in degrees, 0 at three o'clock, clockwise.</summary>
    internal static (double X, double Y) Around(double cx, double cy, double radius, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return (cx + (radius * cos), cy + (radius * sin));
    }
}
