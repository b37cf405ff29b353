using System.Globalization;
using System.Text;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>
/// A croissant, built as it is rolled: overlapping turns of dough along a bow, widest in the middle. Turns are painted from the
/// tips inward, so that each lies over the one outside it.
/// </summary>
internal sealed class Croissant(SvgSketch sketch, double cx, double cy)
{
    private const int Turns = 9;
    private const double BowX = 290;
    private const double BowY = 185;

    internal void Draw()
    {
        for (var distance = Turns / 2; distance >= 0; distance--)
        {
            Turn(-distance);
            if (distance > 0)
            {
                Turn(distance);
            }
        }
    }

    /// <summary>Half the dough's width at a place on the bow, -1 and 1 being the tips.</summary>
    private static double Half(double t) => 30 + (104 * Math.Pow(Math.Max(0, 1 - (t * t)), 0.62));

    private void Turn(int index)
    {
        var middle = index * 2.0 / Turns;
        var reach = 1.30 / Turns;
        double from = middle - reach, to = middle + reach;
        var s = sketch;
        var outline = Outline(from, to);
        var (ix, iy) = At(middle, -1);
        var (ox, oy) = At(middle, 1.12);
        var tip = Math.Abs(middle);
        var crust = s.Sweep(ox, oy, ix, iy,
            (0, Materials.Own("#7a3d10", -0.04 * tip)), (0.10, Materials.Own("#a85a1c")), (0.26, Materials.Own("#d98e38", -0.06 * tip)), (0.42, Materials.Own("#f6c777", -0.05 * tip)),
            (0.58, Materials.Own("#e2a04a", -0.06 * tip)), (0.80, Materials.Own("#b3661f")), (1, Materials.Own("#6f370f")));
        var clip = s.Clip($"""<path d="{outline}"/>""");
        s.Add($"""<path d="{outline}" fill="#3f1c06" opacity=".42" transform="translate({Math.Sign(index) * 7},8)" clip-path="none"/><path d="{outline}" fill="{crust}"/>""");
        s.Add($"""<g clip-path="{clip}" fill="none">""");

        // Thin layers of dough run along each turn.
        for (var layer = 1; layer <= 6; layer++)
        {
            var t = from + ((to - from) * layer / 7.0);
            var light = layer % 2 == 0;
            s.Add($"""<path d="{Across(t, layer - 3.5)}" stroke="{(light ? "#ffe9b8" : "#7d3f10")}" stroke-opacity="{(light ? 0.42 : 0.30)}" stroke-width="{(light ? 4 : 3)}"/>""");
        }

        var (hx, hy) = At(middle, 0.34);
        s.Add($"""<ellipse cx="{hx:0.#}" cy="{hy:0.#}" rx="{34 + (20 * (1 - tip)):0.#}" ry="{14 + (12 * (1 - tip)):0.#}" fill="{s.Soft(Rgb.White, 0.72)}" transform="rotate({middle * 62:0.#} {hx:0.#} {hy:0.#})"/>""");
        s.Add($"""</g>""");
        s.Add($"""<path d="{outline}" fill="none" stroke="#5a2a0a" stroke-opacity=".55" stroke-width="3"/>""");
    }

    private string Outline(double from, double to)
    {
        var path = new StringBuilder();
        const int Steps = 14;
        for (var i = 0; i <= Steps; i++)
        {
            var share = i / (double)Steps;
            var bulge = 1 + (0.13 * Math.Sin(Math.PI * share));
            Point(path, i == 0 ? 'M' : 'L', At(from + ((to - from) * share), bulge));
        }

        for (var i = Steps; i >= 0; i--)
        {
            var share = i / (double)Steps;
            var bulge = 1 + (0.07 * Math.Sin(Math.PI * share));
            Point(path, 'L', At(from + ((to - from) * share), -bulge));
        }

        return path.Append('Z').ToString();
    }

    /// <summary>A line from the outer edge to the inner one, bowed as the roll bows it.</summary>
    private string Across(double t, double lean)
    {
        var path = new StringBuilder();
        for (var i = 0; i <= 8; i++)
        {
            var side = 1.1 - (i * 2.2 / 8);
            Point(path, i == 0 ? 'M' : 'L', At(t + (lean * 0.012 * (1 - (side * side))), side));
        }

        return path.ToString();
    }

    /// <summary>A point of the dough: <paramref name="t"/> along the bow, side 1 at its outer edge and -1 at its inner one.</summary>
    private (double X, double Y) At(double t, double side)
    {
        var angle = t * 1.98;
        var half = Half(Math.Clamp(t, -1, 1)) * side;
        var (sin, cos) = Math.SinCos(angle);

        // The bow is an ellipse seen from above its front, so width counts less towards the viewer.
        var x = (BowX * sin) + (half * sin);
        var y = -(BowY * cos) - (half * cos * 0.94);
        return (cx + x, cy + y + 118);
    }

    private static void Point(StringBuilder path, char verb, (double X, double Y) point) =>
        path.Append(CultureInfo.InvariantCulture, $"{verb}{point.X:0.#},{point.Y:0.#} ");
}
