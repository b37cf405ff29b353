using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A flacon cut like an emerald: bevelled glass, a tinted scent, a polished cap, a small engraved plate.</summary>
internal sealed class PerfumeMotif : Motif
{
    private const string Outline = "M-200,-176 H200 L256,-120 V396 L206,446 H-206 L-256,396 V-120Z";

    internal override string Name => "perfume";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 456, 380, 52);
        s.Add($"""<ellipse cx="90" cy="462" rx="300" ry="34" fill="{s.Soft(m.Accent(0.06), 0.75)}"/>""");
        Flacon(s, m);
        Bevels(s, m);
        Plate(s, m);
        Cap(s, m);
        return [Body(s)];
    }

    private static void Flacon(SvgSketch s, Materials m)
    {
        var glass = s.Sweep(-256, -176, 256, 446, (0, m.Paper(0.98), 0.85), (0.4, m.Trim(0.18), 0.50), (0.7, m.Trim(0.04), 0.60), (1, m.Paper(0.95), 0.75));
        s.Add($"""<path d="{Outline}" fill="{glass}"/>""");
        var scent = s.Sweep(-150, -110, 170, 390, (0, m.Accent(0.14), 0.92), (0.35, m.Accent(0.02), 0.95), (0.7, m.Body(0.06), 0.97), (1, m.Body(-0.12), 1));
        s.Add($"""<path d="M-204,-64 H204 V342 Q204,372 174,372 H-174 Q-204,372 -204,342Z" fill="{scent}"/>""");
        s.Add($"""<circle cx="96" cy="232" r="190" fill="{s.Soft(m.Accent(0.20), 0.75)}"/><circle cx="-150" cy="20" r="130" fill="{s.Soft(Rgb.White, 0.4)}"/>""");
        s.Add($"""<path d="M-5,-176 H5 L4,352 L-4,346Z" fill="#fff" opacity=".36"/><path d="M5,-176 L4,352" stroke="{m.Body(-0.2)}" stroke-opacity=".35" stroke-width="2"/>""");
        s.Add($"""<path d="M-204,-64 C-110,-74 110,-74 204,-64 C110,-54 -110,-54 -204,-64Z" fill="#fff" opacity=".75"/>""");
        s.Add($"""<path d="M-204,-60 C-110,-48 110,-48 204,-60" fill="none" stroke="{m.Body(-0.1)}" stroke-opacity=".5" stroke-width="3"/>""");
    }

    private static void Bevels(SvgSketch s, Materials m)
    {
        var left = s.Sweep(-256, 0, -196, 0, (0, Rgb.White, 0.85), (0.5, Rgb.White, 0.25), (1, Rgb.White, 0.55));
        var right = s.Sweep(196, 0, 256, 0, (0, m.Body(-0.10), 0.55), (0.5, m.Body(-0.24), 0.50), (1, Rgb.White, 0.75));
        var top = s.Sweep(0, -176, 0, -116, (0, Rgb.White, 0.90), (1, Rgb.White, 0.20));
        var foot = s.Sweep(0, 372, 0, 446, (0, m.Body(-0.20), 0.55), (0.45, m.Accent(0.16), 0.80), (1, Rgb.White, 0.80));
        s.Add($"""<path d="M-256,-120 L-204,-116 V372 L-256,396Z" fill="{left}"/><path d="M256,-120 L204,-116 V372 L256,396Z" fill="{right}"/>""");
        s.Add($"""<path d="M-200,-176 H200 L204,-116 H-204Z" fill="{top}"/><path d="M-206,446 H206 L204,372 H-204Z" fill="{foot}"/>""");
        s.Add($"""<path d="M-200,-176 L-256,-120 L-204,-116Z M206,446 L256,396 L204,372Z" fill="#fff" opacity=".55"/>""");
        s.Add($"""<path d="M200,-176 L256,-120 L204,-116Z M-206,446 L-256,396 L-204,372Z" fill="{m.Body(-0.16)}" opacity=".32"/>""");
        s.Add($"""<path d="M-204,-116 H204 V372 H-204Z" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2.5"/>""");
        s.Add($"""<path d="{Outline}" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="3"/>""");
        if (m.IsLight)
        {
            s.Add($"""<path d="{Outline}" fill="none" stroke="{m.Body(-0.12)}" stroke-opacity=".45" stroke-width="2.5"/>""");
        }

        var gloss = s.Sweep(-190, -100, -40, 340, (0, Rgb.White, 0.62), (0.5, Rgb.White, 0.16), (1, Rgb.White, 0));
        s.Add($"""<path d="M-190,-104 H-84 L-150,358 H-190Z" fill="{gloss}"/><path d="M-60,-104 H-34 L-104,358 H-128Z" fill="{gloss}" opacity=".55"/>""");
    }

    private static void Plate(SvgSketch s, Materials m)
    {
        var metal = s.Sweep(-100, 60, 110, 230, (0, m.Metal(0.97)), (0.3, m.Metal(0.78)), (0.5, m.Metal(0.94)), (0.75, m.Metal(0.60)), (1, m.Metal(0.86)));
        s.Add($"""<rect x="-96" y="80" width="200" height="152" rx="6" fill="#000" opacity=".28"/><rect x="-100" y="72" width="200" height="152" rx="6" fill="{metal}"/>""");
        s.Add($"""<rect x="-90" y="82" width="180" height="132" rx="3" fill="none" stroke="{m.Metal(0.40)}" stroke-opacity=".7" stroke-width="2"/>""");
        s.Add($"""<g fill="none" stroke="{m.Metal(0.28)}" stroke-width="3.5"><path d="M0,104 L26,134 L0,164 L-26,134Z"/><path d="M0,116 L15,134 L0,152 L-15,134Z"/>""");
        s.Add($"""<path d="M-52,190 H52"/></g>""");
    }

    private static void Cap(SvgSketch s, Materials m)
    {
        var collar = s.Sweep(-84, 0, 84, 0, (0, m.Metal(0.30)), (0.2, m.Metal(0.96)), (0.45, m.Metal(0.55)), (0.7, m.Metal(0.82)), (1, m.Metal(0.25)));
        s.Add($"""<rect x="-84" y="-214" width="168" height="40" rx="5" fill="{collar}"/>""");
        s.Add($"""<path d="M-84,-204 H84 M-84,-186 H84" stroke="{m.Metal(0.2)}" stroke-opacity=".6" stroke-width="2.5"/>""");
        s.Add($"""<rect x="-62" y="-240" width="124" height="28" fill="{collar}"/>""");
        var side = s.Sweep(-122, 0, 122, 0,
            (0, m.Metal(0.26)), (0.06, m.Metal(0.62)), (0.17, m.Metal(0.99)), (0.30, m.Metal(0.70)), (0.5, m.Metal(0.40)), (0.66, m.Metal(0.50)), (0.82, m.Metal(0.90)), (0.92, m.Metal(0.48)), (1, m.Metal(0.30)));
        s.Add($"""<path d="M-122,-462 Q-122,-482 -102,-482 H102 Q122,-482 122,-462 V-244 Q122,-232 110,-232 H-110 Q-122,-232 -122,-244Z" fill="{side}"/>""");
        var shade = s.Sweep(0, -482, 0, -232, (0, Rgb.White, 0.55), (0.09, Rgb.White, 0), (0.8, Rgb.Black, 0), (1, Rgb.Black, 0.35));
        s.Add($"""<path d="M-122,-462 Q-122,-482 -102,-482 H102 Q122,-482 122,-462 V-244 Q122,-232 110,-232 H-110 Q-122,-232 -122,-244Z" fill="{shade}"/>""");
        s.Add($"""<path d="M-120,-272 H120" stroke="{m.Metal(0.96)}" stroke-opacity=".8" stroke-width="3"/>""");
        s.Add($"""<path d="M-120,-268 H120" stroke="{m.Metal(0.2)}" stroke-opacity=".6" stroke-width="3"/>""");
    }
}
