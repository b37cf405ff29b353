using Reelwright.Media.Art;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>Headphones from three quarters: the near cup's turned cap, the far cup's cushion.</summary>
internal sealed class HeadphonesMotif : Motif
{
    private const string Band = "M-262,60 C-300,-280 -150,-476 60,-474 C262,-472 392,-300 356,30 L300,24 C322,-250 214,-398 58,-400 C-92,-402 -204,-262 -172,60Z";

    internal override string Name => "headphones";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, -10, 436, 400, 54);
        FarCup(s, m);
        Headband(s, m);
        NearCup(s, m);
        return [Body(s)];
    }

    private static void Headband(SvgSketch s, Materials m)
    {
        var pad = s.Sweep(-200, -400, 300, 0, (0, m.Body(-0.20)), (0.5, m.Body(-0.32)), (1, m.Body(-0.22)));
        s.Add($"""<path d="M-172,40 C-204,-262 -92,-402 58,-400 C214,-398 322,-250 300,24 L268,18 C282,-220 190,-352 58,-354 C-70,-356 -160,-240 -138,40Z" fill="{pad}"/>""");
        var skin = s.Sweep(-280, -360, 330, -120, (0, m.Body(0.04)), (0.18, m.Body(0.22)), (0.36, m.Body(0.06)), (0.62, m.Body(-0.06)), (0.86, m.Body(-0.18)), (1, m.Body(-0.04)));
        s.Add($"""<path d="{Band}" fill="{skin}"/>""");
        s.Add($"""<path d="M-250,20 C-276,-270 -142,-460 60,-458 C190,-456 292,-384 334,-260" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-186,40 C-218,-256 -98,-412 58,-410 C206,-408 310,-270 308,-30" fill="none" stroke="{m.Body(0.20)}" stroke-opacity=".7" stroke-width="3" stroke-dasharray="12 8"/>""");
        s.Add($"""<path d="M350,-120 C356,-70 356,-20 352,26" fill="none" stroke="{m.Rim}" stroke-opacity=".7" stroke-width="5" stroke-linecap="round"/>""");
        var arm = s.Sweep(-270, 0, -164, 0, (0, m.Metal(0.35)), (0.3, m.Metal(0.97)), (0.6, m.Metal(0.60)), (1, m.Metal(0.30)));
        s.Add($"""<path d="M-256,-30 L-184,-40 L-150,140 H-252Z" fill="{arm}"/>""");
        s.Add($"""<path d="M308,-40 L348,-36 L344,70 H300Z" fill="{s.Sweep(300, 0, 350, 0, (0, m.Metal(0.30)), (0.5, m.Metal(0.85)), (1, m.Metal(0.40)))}"/>""");
    }

    private static void FarCup(SvgSketch s, Materials m)
    {
        var shell = s.Sweep(200, 0, 420, 0, (0, m.Body(-0.24)), (0.7, m.Body(-0.08)), (1, m.Body(0.10)));
        s.Add($"""<g transform="rotate(-8 290 190)"><ellipse cx="322" cy="190" rx="110" ry="206" fill="{shell}"/>""");
        s.Add($"""<ellipse cx="322" cy="190" rx="108" ry="204" fill="none" stroke="{m.Rim}" stroke-opacity=".55" stroke-width="4"/>""");
        var cushion = s.Radial(0.4, 0.35, 0.75, (0, m.Paper(0.50)), (0.55, m.Paper(0.30)), (1, m.Paper(0.14)));
        s.Add($"""<ellipse cx="278" cy="190" rx="116" ry="204" fill="{cushion}"/><ellipse cx="262" cy="190" rx="62" ry="128" fill="#07080b"/>""");
        var mesh = s.Texture(10, 10, 30, $"""<circle cx="5" cy="5" r="2.2" fill="#fff" fill-opacity=".16"/>""");
        s.Add($"""<ellipse cx="262" cy="190" rx="60" ry="126" fill="{mesh}"/>""");
        s.Add($"""<ellipse cx="262" cy="190" rx="64" ry="130" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="5"/>""");
        s.Add($"""<path d="M196,70 C176,130 172,230 190,300" fill="none" stroke="#fff" stroke-opacity=".40" stroke-width="9" stroke-linecap="round"/></g>""");
    }

    private static void NearCup(SvgSketch s, Materials m)
    {
        s.Add($"""<g transform="translate(-150,186) rotate(-7)">""");
        var cushion = s.Sweep(0, -240, 120, 250, (0, m.Paper(0.46)), (0.5, m.Paper(0.24)), (1, m.Paper(0.10)));
        s.Add($"""<ellipse cx="74" cy="6" rx="190" ry="236" fill="{cushion}"/>""");
        s.Add($"""<path d="M178,-186 C262,-110 276,70 206,178" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="10" stroke-linecap="round"/>""");
        var wall = s.Sweep(-200, -200, 240, 220, (0, m.Body(0.12)), (0.5, m.Body(-0.14)), (1, m.Body(-0.30)));
        s.Add($"""<ellipse cx="26" cy="2" rx="204" ry="240" fill="{wall}"/>""");
        var cap = s.Sweep(-170, -200, 150, 230, (0, m.Body(0.20)), (0.35, m.Body(0.05)), (0.75, m.Body(-0.12)), (1, m.Body(-0.22)));
        s.Add($"""<ellipse rx="200" ry="236" fill="{cap}"/><ellipse rx="197" ry="233" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="4"/><g transform="scale(1,1.18)">""");
        s.Turned(0, 0, 150, 128, angle => m.Metal(0.64 + (0.32 * Math.Sin((angle * Math.PI / 90) + 2.4))));
        s.Turned(0, 0, 128, 0, angle => m.Body(-0.20 + (0.22 * Math.Pow(Math.Abs(Math.Cos((angle - 50) * Math.PI / 180)), 4))), 160);
        s.Add($"""<circle r="128" fill="none" stroke="#000" stroke-opacity=".4" stroke-width="3"/><circle r="58" fill="none" stroke="{m.Accent(0.04)}" stroke-width="7"/>""");
        s.Add($"""<circle r="20" fill="{m.Metal(0.9)}"/><circle r="150" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="2"/></g>""");
        s.Add($"""<path d="M-168,-70 C-150,-150 -90,-206 -20,-214" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="11" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="-60" cy="204" rx="7" ry="5" fill="{m.Accent(0.1)}"/></g>""");
    }
}
