using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A bottle of red wine with a filled glass before it.</summary>
internal sealed class WineMotif : Motif
{
    private const string Bottle = "M-52,-490 H52 V-250 C52,-190 128,-180 128,-90 V410 Q128,448 90,448 H-90 Q-128,448 -128,410 V-90 C-128,-180 -52,-190 -52,-250Z";
    private const string Bowl = "M-138,-130 C-176,60 -130,170 0,184 C130,170 176,60 138,-130Z";

    internal override string Name => "wine";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 452, 400, 50);
        s.Add($"""<g transform="translate(-150,0)">""");
        Flask(s, m);
        s.Add($"</g>");
        var glass = new SvgSketch();
        glass.Add($"""<g transform="translate(168,34)">""");
        Glass(glass, m);
        glass.Add($"</g>");
        return [Body(s), Front("glass", glass)];
    }

    private static void Flask(SvgSketch s, Materials m)
    {
        var green = s.Sweep(-128, 0, 128, 0,
            (0, Rgb.Parse("#0c1a10")), (0.08, Rgb.Parse("#3d6a3c")), (0.16, Rgb.Parse("#1d3a20")), (0.40, Rgb.Parse("#12240f")), (0.75, Rgb.Parse("#0b160b")), (0.93, Rgb.Parse("#2c5230")), (1, Rgb.Parse("#081108")));
        s.Add($"""<path d="{Bottle}" fill="{green}"/>""");
        var foil = s.Sweep(-56, 0, 56, 0, (0, m.Body(-0.22)), (0.22, m.Body(0.16)), (0.45, m.Body(0.00)), (0.8, m.Body(-0.16)), (1, m.Body(-0.04)));
        s.Add($"""<path d="M-56,-490 Q-56,-500 -46,-500 H46 Q56,-500 56,-490 V-290 H-56Z" fill="{foil}"/>""");
        s.Add($"""<path d="M-56,-452 H56 M-56,-306 H56" stroke="{m.Metal(0.86)}" stroke-width="5"/>""");
        var paper = s.Sweep(-128, 0, 128, 0, (0, m.Paper(0.72)), (0.2, m.Paper(0.98)), (0.6, m.Paper(0.92)), (1, m.Paper(0.64)));
        s.Add($"""<path d="M-128,20 Q0,36 128,20 V310 Q0,328 -128,310Z" fill="{paper}"/>""");
        s.Add($"""<path d="M-128,44 Q0,60 128,44 M-128,286 Q0,304 128,286" fill="none" stroke="{m.Metal(0.62)}" stroke-width="4"/>""");
        s.Add($"""<g transform="translate(0,130)" fill="none" stroke="{m.Body(-0.06)}" stroke-width="5" stroke-linejoin="round">""");
        s.Add($"""<path d="M0,-54 C34,-30 34,20 0,44 C-34,20 -34,-30 0,-54Z"/><path d="M0,-54 V44 M-24,-14 Q0,0 24,-14"/></g>""");
        s.Add($"""<rect x="-66" y="204" width="132" height="12" rx="6" fill="{m.Paper(0.28)}"/>""");
        s.Add($"""<rect x="-40" y="234" width="80" height="8" rx="4" fill="{m.Paper(0.28)}" opacity=".5"/>""");
        s.Add($"""<rect x="-26" y="258" width="52" height="8" rx="4" fill="{m.Accent(-0.04)}"/>""");
        var gloss = s.Sweep(0, -200, 0, 430, (0, Rgb.White, 0.70), (0.4, Rgb.White, 0.32), (1, Rgb.White, 0.04));
        s.Add($"""<path d="M-104,-96 C-102,-150 -40,-180 -38,-250 V-284 H-24 V-246 C-26,-170 -82,-150 -84,-90 V420 H-104Z" fill="{gloss}"/>""");
        s.Add($"""<path d="M110,-80 V400" stroke="{m.Rim}" stroke-opacity=".45" stroke-width="6" stroke-linecap="round"/>""");
    }

    private static void Glass(SvgSketch s, Materials m)
    {
        var edge = m.IsLight ? m.Shadow : Rgb.White;
        s.Add($"""<ellipse cy="410" rx="150" ry="20" fill="{s.Soft(m.Shadow, 0.7)}"/>""");
        var clear = s.Sweep(-160, 0, 160, 0, (0, Rgb.White, 0.50), (0.15, Rgb.White, 0.14), (0.6, Rgb.White, 0.08), (0.9, Rgb.White, 0.20), (1, Rgb.White, 0.46));
        s.Add($"""<path d="M-12,176 C-6,250 -6,330 -12,380 C-40,392 -120,392 -120,408 C-120,424 120,424 120,408 C120,392 40,392 12,380 C6,330 6,250 12,176Z" fill="{clear}" stroke="{edge}" stroke-opacity=".35" stroke-width="3"/>""");
        s.Add($"""<ellipse cy="406" rx="118" ry="15" fill="#fff" opacity=".22"/>""");
        s.Add($"""<path d="{Bowl}" fill="{clear}"/>""");
        var clip = s.Clip($"""<path d="{Bowl}"/>""");
        var red = s.Sweep(-150, 0, 150, 60, (0, Rgb.Parse("#7d0f2b")), (0.3, Rgb.Parse("#a3173a")), (0.6, Rgb.Parse("#5c0a20")), (1, Rgb.Parse("#330512")));
        s.Add($"""<g clip-path="{clip}"><path d="M-170,0 H170 V200 H-170Z" fill="{red}"/><ellipse cx="40" cy="150" rx="110" ry="46" fill="{s.Soft(Rgb.Parse("#e8465f"), 0.7)}"/></g>""");
        s.Add($"""<ellipse cy="0" rx="149" ry="22" fill="{s.Linear(0, 0, 1, 0, (0, Rgb.Parse("#c23a58")), (0.5, Rgb.Parse("#8d1433")), (1, Rgb.Parse("#b02a4a")))}"/>""");
        s.Add($"""<path d="{Bowl}" fill="none" stroke="{edge}" stroke-opacity=".5" stroke-width="3.5"/>""");
        s.Add($"""<ellipse cy="-130" rx="138" ry="20" fill="#fff" fill-opacity=".10" stroke="#fff" stroke-opacity=".85" stroke-width="3.5"/>""");
        s.Add($"""<path d="M-116,-92 C-140,20 -118,96 -70,136" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="13" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-84,-90 C-100,-10 -92,40 -74,76" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""<path d="M126,-60 C140,30 126,90 90,132" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"/>""");
    }
}
