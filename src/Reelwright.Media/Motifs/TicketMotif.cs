using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>Two admission tickets, one behind the other, under stage lights; confetti in front.</summary>
internal sealed class TicketMotif : Motif
{
    private const string Card = "M-420,-190 H420 C420,-166 420,-152 420,-142 A44,44 0 0 0 420,-54 V54 A44,44 0 0 0 420,142 V190 H-420 V142 A44,44 0 0 0 -420,54 V-54 A44,44 0 0 0 -420,-142Z";

    internal override string Name => "ticket";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        Beams(s, m);
        GroundShadow(s, m, 0, 404, 430, 50);
        s.Add($"""<g transform="translate(28,-96) rotate(-24) scale(.94)">""");
        Ticket(s, m, m.Accent(0.10), m.Accent(-0.02), m.Accent(-0.18), isBack: true);
        s.Add($"""</g><g transform="translate(-14,90) rotate(-9)">""");
        Ticket(s, m, m.Body(0.16), m.Body(0.02), m.Body(-0.14), isBack: false);
        s.Add($"""</g>""");
        return [Body(s), Front("confetti", Confetti(m))];
    }

    private static void Beams(SvgSketch s, Materials m)
    {
        var light = m.IsLight ? m.Trim(0.1) : m.Rim;
        var fade = s.Sweep(0, -520, 0, 260, (0, light, 0.50), (0.6, light, 0.12), (1, light, 0));
        s.Add($"""<path d="M-330,-510 L-480,260 L-110,260Z M330,-510 L110,260 L480,260Z" fill="{fade}"/>""");
        foreach (var x in (ReadOnlySpan<int>)[-330, 330])
        {
            s.Add($"""<circle cx="{x}" cy="-500" r="50" fill="{s.Soft(light, 0.9)}"/><circle cx="{x}" cy="-504" r="15" fill="#fff"/>""");
        }
    }

    private static void Ticket(SvgSketch s, Materials m, Rgb light, Rgb middle, Rgb dark, bool isBack)
    {
        var paper = s.Sweep(-420, -190, 420, 190, (0, light), (0.5, middle), (1, dark));
        s.Add($"""<path d="{Card}" fill="#000" opacity=".38" transform="translate(14,26)"/><path d="{Card}" fill="{dark}" transform="translate(3,8)"/><path d="{Card}" fill="{paper}"/>""");
        s.Add($"""<path d="M-392,-166 H392 M-392,166 H392" stroke="#fff" stroke-opacity=".45" stroke-width="4"/><path d="M222,-184 V184" stroke="#fff" stroke-opacity=".85" stroke-width="7" stroke-dasharray="2 22" stroke-linecap="round"/>""");
        if (isBack)
        {
            return;
        }

        var foil = s.Sweep(-320, -110, -60, 130, (0, m.Metal(0.95)), (0.4, m.Metal(0.72)), (0.6, m.Metal(0.92)), (1, m.Metal(0.52)));
        s.Add($"""<path d="{Star(-190, 4, 124)}" fill="#000" opacity=".3" transform="translate(5,9)"/><path d="{Star(-190, 4, 124)}" fill="{foil}" stroke="#fff" stroke-opacity=".6" stroke-width="3" stroke-linejoin="round"/>""");
        s.Add($"""<g fill="{m.Paper(0.98)}"><rect x="-40" y="-98" width="220" height="34" rx="17"/><rect x="-40" y="-36" width="180" height="22" rx="11" opacity=".75"/><rect x="-40" y="8" width="204" height="22" rx="11" opacity=".75"/><rect x="-40" y="72" width="120" height="34" rx="17" fill="{m.Accent(0.06)}"/></g>""");
        for (var i = 0; i < 11; i++)
        {
            s.Add($"""<rect x="276" y="{-128 + (i * 24)}" width="92" height="{6 + (i * 7 % 11)}" fill="{m.Paper(0.98)}"/>""");
        }

        s.Add($"""<path d="M-416,-186 H240 L-120,186 H-416Z" fill="{s.Sweep(-400, -190, 100, 120, (0, Rgb.White, 0.34), (1, Rgb.White, 0))}" opacity=".8"/>""");
    }

    private static string Star(double cx, double cy, double r)
    {
        var points = Enumerable.Range(0, 10).Select(i => SvgSketch.Around(cx, cy, i % 2 == 0 ? r : r * 0.44, (i * 36) - 90));
        return "M" + string.Join(" L", points.Select(point => FormattableString.Invariant($"{point.X:0.#},{point.Y:0.#}"))) + "Z";
    }

    private static SvgSketch Confetti(Materials m)
    {
        var s = new SvgSketch();
        Rgb[] colours = [m.Accent(0.06), m.Trim(0.06), m.Paper(0.97), m.Body(0.18)];
        for (var i = 0; i < 20; i++)
        {
            var (x, y) = (-450 + (i * 211 % 900), -420 + (i * 137 % 300));
            var colour = colours[i % colours.Length];
            s.Add($"""<g transform="translate({x},{y}) rotate({i * 47})"><rect x="-14" y="-6" width="28" height="12" rx="3" fill="{colour}"/><path d="M-14,-6 H14 L4,6 H-10Z" fill="#fff" opacity=".3"/></g>""");
        }

        return s;
    }
}
