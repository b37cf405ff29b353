using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A heart held in two open hands.</summary>
internal sealed class CharityMotif : Motif
{
    private const string Heart = "M0,230 C-300,40 -330,-90 -282,-186 C-230,-284 -84,-290 0,-158 C84,-290 230,-284 282,-186 C330,-90 300,40 0,230Z";
    private const string Palm = "M-16,470 C-120,474 -210,436 -262,352 C-318,262 -408,180 -446,96 C-466,48 -420,12 -380,44 C-346,76 -312,128 -268,168 C-300,98 -336,18 -352,-52 C-360,-102 -304,-120 -280,-74 C-252,-14 -222,66 -182,128 C-160,160 -136,196 -100,228 C-60,262 -16,272 -16,320Z";

    internal override string Name => "charity";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 486, 330, 40);
        Hand(s, m, 1);
        Hand(s, m, -1);
        return [Body(s), Front("heart", Glow(m))];
    }

    private static void Hand(SvgSketch s, Materials m, int side)
    {
        var skin = s.Sweep(-420, 0, 0, 460, (0, m.Body(0.24)), (0.4, m.Body(0.12)), (0.75, m.Body(0.0)), (1, m.Body(-0.14)));
        s.Add($"""<g transform="scale({side},1)"><path d="{Palm}" fill="#000" opacity=".3" transform="translate(6,12)"/><path d="{Palm}" fill="{skin}"/>""");
        s.Add($"""<path d="M-268,168 C-238,214 -206,262 -160,290" fill="none" stroke="{m.Body(-0.22)}" stroke-opacity=".8" stroke-width="8" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-428,70 C-406,140 -330,220 -276,302 M-336,-66 C-322,-16 -298,48 -274,104" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="9" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-190,448 C-130,474 -70,470 -16,462 V500 H-150Z" fill="{m.Trim(-0.04)}"/></g>""");
    }

    private static SvgSketch Glow(Materials m)
    {
        var s = new SvgSketch();
        var light = m.IsLight ? Rgb.White : m.Accent(0.16);
        s.Add($"""<circle cy="-120" r="430" fill="{s.Soft(light, 0.42)}"/><g transform="translate(0,-150) scale(1.06)">""");
        var glass = s.Spot(-110, -150, 560, (0, m.Accent(0.20)), (0.28, m.Accent(0.07)), (0.6, m.Accent(-0.04)), (1, m.Accent(-0.26)));
        var clip = s.Clip($"""<path d="{Heart}"/>""");
        s.Add($"""<path d="{Heart}" fill="#000" opacity=".3" transform="translate(8,20)"/><path d="{Heart}" fill="{glass}"/><g clip-path="{clip}">""");
        s.Add($"""<ellipse cx="90" cy="120" rx="250" ry="150" fill="{s.Soft(m.Accent(0.16), 0.8)}" transform="rotate(-36 90 120)"/>""");
        s.Add($"""<ellipse cx="-170" cy="-160" rx="110" ry="64" fill="{s.Soft(Rgb.White, 1)}" transform="rotate(-38 -170 -160)"/><ellipse cx="150" cy="-186" rx="80" ry="40" fill="{s.Soft(Rgb.White, 0.7)}" transform="rotate(-20 150 -186)"/></g>""");
        s.Add($"""<path d="M-276,-120 C-276,-186 -226,-236 -164,-238" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="12" stroke-linecap="round"/><path d="M282,-120 C284,-20 160,110 30,196" fill="none" stroke="{m.Rim}" stroke-opacity=".5" stroke-width="7" stroke-linecap="round"/></g>""");
        return s;
    }
}
