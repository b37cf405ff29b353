using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A dumbbell seen from one end: coated plates on a knurled steel bar.</summary>
internal sealed class FitnessMotif : Motif
{
    /// <summary>How round a disc looks from here: its width by its height.</summary>
    private const double Turn = 0.34;

    internal override string Name => "fitness";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 40, 330, 440, 66);
        s.Add($"""<g transform="translate(-18,-4) rotate(-17)">""");
        Steel(s, m, -440, -380, 30);
        Disc(s, m, -412, -356, 150, false);
        Disc(s, m, -350, -282, 205, false);
        Disc(s, m, -274, -196, 246, true);
        Bar(s, m);
        Disc(s, m, 150, 232, 246, false);
        Disc(s, m, 240, 312, 205, false);
        Disc(s, m, 320, 378, 150, true);
        Steel(s, m, 376, 426, 38);
        s.Add($"</g>");
        return [Body(s)];
    }

    private static void Disc(SvgSketch s, Materials m, double from, double to, double radius, bool marked)
    {
        var wall = s.Sweep(0, -radius, 0, radius,
            (0, m.Body(-0.12)), (0.07, m.Body(0.14)), (0.18, m.Body(0.22)), (0.30, m.Body(0.02)), (0.58, m.Body(-0.22)), (0.86, m.Body(-0.34)), (0.95, m.Body(-0.20)), (1, m.Body(-0.30)));
        s.Add($"""<path d="{Tube(from, to, radius)}" fill="{wall}"/>""");
        s.Add($"""<path d="M{from + 10:0.#},{-radius * 0.93:0.#} L{to - 6:0.#},{-radius * 0.93:0.#}" stroke="{m.Rim}" stroke-opacity=".55" stroke-width="4" stroke-linecap="round"/>""");
        var face = s.Linear(0.1, 0, 0.8, 1, (0, m.Body(0.16)), (0.35, m.Body(-0.02)), (0.75, m.Body(-0.18)), (1, m.Body(-0.10)));
        Ellipse(s, to, radius, face);
        Ellipse(s, to, radius - 3, "none", s.Linear(0, 0, 0.6, 1, (0, Rgb.White, 0.70), (0.5, m.Rim, 0.12), (1, m.Rim, 0.45)), 4);
        Ellipse(s, to, radius * 0.84, s.Linear(0.2, 0, 0.7, 1, (0, m.Body(-0.26)), (0.6, m.Body(-0.14)), (1, m.Body(0.04))));
        Ellipse(s, to + 2, radius * 0.80, s.Linear(0.1, 0, 0.8, 1, (0, m.Body(0.06)), (0.5, m.Body(-0.10)), (1, m.Body(-0.22))));
        if (marked)
        {
            Ellipse(s, to + 2, radius * 0.66, "none", s.Linear(0, 0, 1, 1, (0, m.Accent(0.12)), (1, m.Accent(-0.08))), radius * 0.07);
        }

        Ellipse(s, to + 4, radius * 0.30, s.Linear(0, 0, 0.6, 1, (0, m.Metal(0.96)), (0.5, m.Metal(0.46)), (1, m.Metal(0.74))));
    }

    private static void Bar(SvgSketch s, Materials m)
    {
        Steel(s, m, -192, -150, 58);
        Steel(s, m, -150, 116, 44);
        var cuts = s.Texture(9, 9, 0, $"""<path d="M0,0 L9,9 M9,0 L0,9" stroke="#000" stroke-opacity=".40" stroke-width="1.6"/><path d="M0,1.6 L7.4,9" stroke="#fff" stroke-opacity=".35" stroke-width="1"/>""");
        s.Add($"""<path d="{Tube(-124, 90, 44)}" fill="{cuts}"/>""");
        Steel(s, m, 104, 146, 58);
    }

    private static void Steel(SvgSketch s, Materials m, double from, double to, double radius)
    {
        var steel = s.Sweep(0, -radius, 0, radius, (0, m.Metal(0.42)), (0.14, m.Metal(0.99)), (0.30, m.Metal(0.82)), (0.52, m.Metal(0.44)), (0.74, m.Metal(0.22)), (0.90, m.Metal(0.56)), (1, m.Metal(0.34)));
        s.Add($"""<path d="{Tube(from, to, radius)}" fill="{steel}"/>""");
        Ellipse(s, to, radius, s.Linear(0, 0, 0.7, 1, (0, m.Metal(0.98)), (0.5, m.Metal(0.58)), (1, m.Metal(0.80))));
    }

    private static string Tube(double from, double to, double radius) => FormattableString.Invariant(
        $"M{from},{-radius} H{to} A{radius * Turn:0.#},{radius} 0 0 1 {to},{radius} H{from} A{radius * Turn:0.#},{radius} 0 0 1 {from},{-radius}Z");

    private static void Ellipse(SvgSketch s, double x, double radius, string fill, string stroke = "none", double width = 0) =>
        s.Add($"""<ellipse cx="{x}" rx="{radius * Turn:0.#}" ry="{radius:0.#}" fill="{fill}" stroke="{stroke}" stroke-width="{width:0.#}"/>""");
}
