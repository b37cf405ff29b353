using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A glass sphere within two orbits, with small spheres on them.</summary>
internal sealed class AbstractMotif : Motif
{
    internal override string Name => "abstract";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 452, 300, 44);
        Orbit(s, m, behind: true);
        Sphere(s, m, 0, 0, 290);
        Orbit(s, m, behind: false);

        var front = new SvgSketch();
        Sphere(front, m, 318, -318, 62);
        Sphere(front, m, -372, 238, 44);
        return [Body(s), Front("satellites", front)];
    }

    private static void Orbit(SvgSketch s, Materials m, bool behind)
    {
        var light = s.Sweep(-470, -80, 470, 80, (0, m.IsLight ? m.Trim(-0.05) : m.Rim, behind ? 0.10 : 0.95), (0.5, m.Accent(0.06), behind ? 0.35 : 0.85), (1, m.Trim(0.1), behind ? 0.6 : 0.25));
        var sweep = behind ? 1 : 0;
        s.Add($"""<g fill="none" stroke="{light}" stroke-linecap="round">""");
        s.Add($"""<path transform="rotate(-24)" d="M-472,0 A472,128 0 0 {sweep} 472,0" stroke-width="{(behind ? 7 : 12)}"/>""");
        s.Add($"""<path transform="rotate(-24)" d="M-408,0 A408,96 0 0 {sweep} 408,0" stroke-width="{(behind ? 2.5 : 3.5)}" opacity=".7"/></g>""");
        if (!behind)
        {
            s.Add($"""<g transform="rotate(-24)">""");
            Sphere(s, m, 236, 111, 30);
            s.Add($"</g>");
        }
    }

    private static void Sphere(SvgSketch s, Materials m, double cx, double cy, double r)
    {
        var clip = s.Clip($"""<circle cx="{cx}" cy="{cy}" r="{r}"/>""");
        var glass = s.Spot(cx - (r * 0.28), cy - (r * 0.36), r * 1.5, (0, m.Trim(0.22)), (0.25, m.Trim(0.04)), (0.55, m.Body()), (0.82, m.Body(m.IsLight ? -0.06 : -0.20)), (1, m.Body(m.IsLight ? -0.14 : -0.32)));
        s.Add($"""<g clip-path="{clip}"><circle cx="{cx}" cy="{cy}" r="{r}" fill="{glass}"/>""");

        // Light that went through the sphere gathers opposite to where it came from.
        s.Add($"""<ellipse cx="{cx + (r * 0.34):0.#}" cy="{cy + (r * 0.46):0.#}" rx="{r * 0.78:0.#}" ry="{r * 0.56:0.#}" fill="{s.Soft(m.Accent(0.08), 0.85)}" transform="rotate(-38 {cx + (r * 0.34):0.#} {cy + (r * 0.46):0.#})"/>""");
        s.Add($"""<ellipse cx="{cx + (r * 0.5):0.#}" cy="{cy + (r * 0.66):0.#}" rx="{r * 0.40:0.#}" ry="{r * 0.20:0.#}" fill="{s.Soft(Rgb.White, 0.75)}" transform="rotate(-38 {cx + (r * 0.5):0.#} {cy + (r * 0.66):0.#})"/>""");
        var rim = m.IsLight ? m.Body(-0.16) : m.Rim;
        var edge = s.Spot(cx, cy, r, (0.80, rim, 0), (0.93, rim, 0.20), (1, rim, m.IsLight ? 0.60 : 0.85));
        s.Add($"""<circle cx="{cx}" cy="{cy}" r="{r}" fill="{edge}"/>""");
        var gloss = s.Linear(0.2, 0, 0.6, 1, (0, Rgb.White, 0.95), (0.55, Rgb.White, 0.25), (1, Rgb.White, 0));
        s.Add($"""<ellipse cx="{cx - (r * 0.30):0.#}" cy="{cy - (r * 0.52):0.#}" rx="{r * 0.50:0.#}" ry="{r * 0.30:0.#}" fill="{gloss}" transform="rotate(-30 {cx - (r * 0.30):0.#} {cy - (r * 0.52):0.#})" opacity=".9"/>""");
        s.Add($"""<ellipse cx="{cx - (r * 0.62):0.#}" cy="{cy - (r * 0.08):0.#}" rx="{r * 0.06:0.#}" ry="{r * 0.11:0.#}" fill="#fff" opacity=".7" transform="rotate(18 {cx - (r * 0.62):0.#} {cy - (r * 0.08):0.#})"/>""");
        s.Add($"""</g>""");
    }
}
