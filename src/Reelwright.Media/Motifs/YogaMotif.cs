using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A mat half rolled out, and a lotus in bloom above it.</summary>
internal sealed class YogaMotif : Motif
{
    internal override string Name => "yoga";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 410, 480, 64);
        Mat(s, m);
        Roll(s, m);
        return [Body(s), Front("lotus", Lotus(m))];
    }

    private static void Mat(SvgSketch s, Materials m)
    {
        var foam = s.Sweep(-330, 200, 470, 420, (0, m.Body(-0.16)), (0.3, m.Body(0.06)), (0.7, m.Body(0.14)), (1, m.Body(-0.02)));
        s.Add($"""<path d="M-300,196 L330,196 L480,404 L-190,404Z" fill="{foam}"/><path d="M-190,404 H480 V424 H-190Z" fill="{m.Body(-0.24)}"/>""");
        var weave = s.Texture(34, 18, 0, $"""<path d="M0,9 H34" stroke="#fff" stroke-opacity=".16" stroke-width="3"/>""");
        s.Add($"""<path d="M-300,196 L330,196 L480,404 L-190,404Z" fill="{weave}"/><path d="M-186,402 H478" stroke="#fff" stroke-opacity=".45" stroke-width="4"/>""");
        s.Add($"""<path d="M262,218 L384,382" stroke="{m.Accent(0.08)}" stroke-width="16" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="20" cy="300" rx="280" ry="70" fill="{s.Soft(m.Shadow, 0.7)}"/>""");
    }

    private static void Roll(SvgSketch s, Materials m)
    {
        var side = s.Sweep(-420, 120, -300, 400, (0, m.Body(0.22)), (0.35, m.Body(0.08)), (1, m.Body(-0.24)));
        s.Add($"""<path d="M-392,118 C-340,60 -250,80 -230,150 L-130,330 C-110,420 -190,450 -260,420 L-400,250Z" fill="{side}"/>""");
        s.Add($"""<g transform="translate(-206,352)"><ellipse rx="92" ry="86" fill="{m.Body(-0.06)}"/><g fill="none" stroke="{m.Body(-0.3)}" stroke-width="9" stroke-linecap="round"><path d="M-4,0 C8,-16 34,-2 24,22 C12,46 -34,40 -38,4 C-40,-38 16,-54 46,-26 C78,6 56,62 4,66 C-50,66 -80,20 -66,-28 C-50,-66 0,-80 40,-70"/></g>""");
        s.Add($"""<path d="M-84,-20 A92,86 0 0 1 20,-82" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="7" stroke-linecap="round"/></g>""");
        s.Add($"""<path d="M-384,130 L-292,300" stroke="#fff" stroke-opacity=".4" stroke-width="12" stroke-linecap="round"/>""");
    }

    private static SvgSketch Lotus(Materials m)
    {
        var s = new SvgSketch();
        var glow = m.IsLight ? Rgb.White : m.Rim;
        s.Add($"""<circle cx="20" cy="-110" r="400" fill="{s.Soft(glow, 0.34)}"/><g transform="translate(20,190)">""");
        (int Turn, double Size, double Step)[] petals = [(-78, 0.86, -0.16), (78, 0.86, -0.16), (-54, 1.0, -0.08), (54, 1.0, -0.08), (-28, 1.1, 0.0), (28, 1.1, 0.0), (0, 1.2, 0.08)];
        foreach (var (turn, size, step) in petals)
        {
            var petal = s.Linear(0, 0, 0, 1, (0, m.Accent(step + 0.22)), (0.5, m.Accent(step + 0.06)), (1, m.Accent(step - 0.14)));
            s.Add($"""<g transform="rotate({turn}) scale({size})"><path d="M0,0 C-120,-90 -132,-280 0,-430 C132,-280 120,-90 0,0Z" fill="#000" opacity=".22" transform="translate(6,10)"/><path d="M0,0 C-120,-90 -132,-280 0,-430 C132,-280 120,-90 0,0Z" fill="{petal}"/>""");
            s.Add($"""<path d="M0,-20 V-350 M-10,-40 C-54,-130 -60,-220 -30,-320 M10,-40 C54,-130 60,-220 30,-320" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="4" stroke-linecap="round"/><path d="M-78,-190 C-84,-260 -52,-340 -8,-404" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="6" stroke-linecap="round"/></g>""");
        }

        foreach (var (turn, size, step) in ((int, double, double)[])[(-40, 0.66, 0.10), (40, 0.66, 0.10), (0, 0.74, 0.16)])
        {
            var petal = s.Linear(0, 0, 0, 1, (0, m.Accent(step + 0.2)), (1, m.Accent(step - 0.12)));
            s.Add($"""<g transform="rotate({turn}) scale({size})"><path d="M0,30 C-130,-70 -132,-250 0,-380 C132,-250 130,-70 0,30Z" fill="{petal}"/><path d="M-70,-170 C-74,-240 -46,-310 -8,-356" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="7" stroke-linecap="round"/></g>""");
        }

        s.Add($"""</g>""");
        return s;
    }
}
