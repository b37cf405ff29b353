using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A ring with a brilliant-cut stone; sparkles in front.</summary>
internal sealed class JewelleryMotif : Motif
{
    internal override string Name => "jewellery";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 462, 330, 42);
        s.Add($"""<g transform="rotate(10)">""");
        Ring(s, m);
        Stone(s, m);
        s.Add($"</g>");
        return [Body(s), Front("sparkles", Sparkles(m), catchesLight: false)];
    }

    private static void Ring(SvgSketch s, Materials m)
    {
        double Shine(double angle)
        {
            var radians = angle * Math.PI / 180;
            return Math.Clamp(0.62 + (0.26 * Math.Sin((2 * radians) + 2.4)) + (0.20 * Math.Sin((3 * radians) + 0.4)) + (0.12 * Math.Sin(7 * radians)), 0.26, 0.99);
        }

        s.Turned(12, 166, 292, 240, angle => m.Metal(Shine(angle + 180) * 0.62));
        s.Turned(0, 160, 294, 250, angle => m.Metal(Shine(angle)), 160);
        s.Add($"""<circle cy="160" r="293" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="3"/>""");
        s.Add($"""<circle cy="160" r="272" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="5"/>""");
        s.Add($"""<circle cy="160" r="251" fill="none" stroke="{m.Metal(0.2)}" stroke-opacity=".55" stroke-width="3"/>""");
        foreach (var angle in (ReadOnlySpan<int>)[-122, -132, -142, -152, -58, -48, -38, -28])
        {
            var (x, y) = SvgSketch.Around(0, 160, 272, angle);
            s.Add($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="17" fill="{m.Metal(0.34)}"/>""");
            s.Add($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="14" fill="{s.Radial(0.35, 0.3, 0.8, (0, Rgb.White), (0.5, m.Trim(0.26)), (1, m.Trim(0.02)))}"/>""");
            s.Add($"""<path d="M{x - 8:0.#},{y:0.#} L{x:0.#},{y - 9:0.#} L{x + 8:0.#},{y:0.#} L{x:0.#},{y + 9:0.#}Z" fill="#fff" opacity=".7"/>""");
        }
    }

    private static void Stone(SvgSketch s, Materials m)
    {
        var prong = s.Linear(0, 0, 1, 0, (0, m.Metal(0.36)), (0.4, m.Metal(0.98)), (1, m.Metal(0.44)));
        s.Add($"""<path d="M-70,-96 L-150,-250 L-128,-256 L0,-124 L128,-256 L150,-250 L70,-96Z" fill="{prong}"/>""");
        var water = m.IsLight ? m.Trim(0.02) : m.Trim(0.24);
        Rgb Facet(double light) => Tone.Mix(water, light > 0 ? Rgb.White : m.Body(-0.12), Math.Abs(light));
        s.Add($"""<path d="M-196,-302 L0,-92 L196,-302 L116,-396 H-116Z" fill="{Facet(0.4)}"/>""");
        (string Path, double Light)[] facets =
        [
            ("M-196,-302 L-116,-396 L-78,-302Z", 0.85), ("M-116,-396 L-78,-302 L0,-396Z", 0.25), ("M0,-396 L-78,-302 H78Z", 0.95), ("M0,-396 L78,-302 L116,-396Z", 0.05), ("M116,-396 L78,-302 H196Z", 0.60),
            ("M-196,-302 H-138 L-60,-180 L0,-92Z", 0.55), ("M-138,-302 H-78 L-40,-190 L0,-92Z", -0.35), ("M-78,-302 H0 L-14,-190 L0,-92Z", 0.70), ("M0,-302 H78 L0,-92Z", -0.12), ("M78,-302 H138 L40,-190 L0,-92Z", 0.78), ("M138,-302 H196 L0,-92Z", -0.42),
            ("M-40,-302 H34 L0,-220Z", 0.98), ("M-110,-302 H-84 L-60,-220Z", 0.95), ("M88,-302 H122 L62,-216Z", 0.30),
        ];
        foreach (var (path, light) in facets)
        {
            s.Add($"""<path d="{path}" fill="{Facet(light)}" opacity=".92"/>""");
        }

        s.Add($"""<path d="M-60,-180 L-20,-250 L0,-140Z" fill="{m.Accent(0.12)}" opacity=".45"/><path d="M70,-230 L110,-290 L120,-240Z" fill="{m.Body(0.2)}" opacity=".5"/>""");
        s.Add($"""<path d="M-196,-302 L0,-92 L196,-302 L116,-396 H-116Z M-196,-302 H196" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="3" stroke-linejoin="round"/>""");
        if (m.IsLight)
        {
            s.Add($"""<path d="M-198,-302 L0,-90 L198,-302 L117,-398 H-117Z" fill="none" stroke="{m.Trim(-0.22)}" stroke-opacity=".6" stroke-width="2.5" stroke-linejoin="round"/>""");
        }

        foreach (var x in (ReadOnlySpan<int>)[-140, 140])
        {
            s.Add($"""<ellipse cx="{x}" cy="-262" rx="13" ry="19" fill="{prong}" transform="rotate({(x < 0 ? -38 : 38)} {x} -262)"/>""");
        }
    }

    private static SvgSketch Sparkles(Materials m)
    {
        var s = new SvgSketch();
        (int X, int Y, int R)[] stars = [(-150, -400, 74), (230, -300, 52), (-330, -180, 34), (330, -90, 30), (60, -470, 30), (-258, 330, 36)];
        var glow = m.IsLight ? m.Accent(0.04) : Rgb.White;
        foreach (var (x, y, r) in stars)
        {
            s.Add($"""<circle cx="{x}" cy="{y}" r="{r}" fill="{s.Soft(glow, 0.5)}"/>""");
            s.Add($"""<path transform="translate({x},{y})" d="M0,{-r} Q{r * 0.08:0.#},{-r * 0.08:0.#} {r},0 Q{r * 0.08:0.#},{r * 0.08:0.#} 0,{r} Q{-r * 0.08:0.#},{r * 0.08:0.#} {-r},0 Q{-r * 0.08:0.#},{-r * 0.08:0.#} 0,{-r}Z" fill="#fff"/>""");
        }

        return s;
    }
}
