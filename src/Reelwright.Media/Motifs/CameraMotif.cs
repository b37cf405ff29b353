using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A rangefinder camera: metal top plate, leatherette, a coated lens.</summary>
internal sealed class CameraMotif : Motif
{
    internal override string Name => "camera";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 306, 490, 56);
        s.Add($"""<g transform="rotate(-4)">""");
        Box(s, m);
        TopPlate(s, m);
        Lens(s, m);
        s.Add($"</g>");
        return [Body(s)];
    }

    private static void Box(SvgSketch s, Materials m)
    {
        var shell = s.Sweep(0, -170, 0, 290, (0, m.Metal(0.90)), (0.1, m.Metal(0.62)), (0.9, m.Metal(0.55)), (0.96, m.Metal(0.85)), (1, m.Metal(0.30)));
        s.Add($"""<rect x="-460" y="-190" width="920" height="480" rx="62" fill="{shell}"/>""");
        var hide = s.Sweep(-460, -90, 460, 230, (0, m.Body(-0.04)), (0.25, m.Body(0.06)), (0.6, m.Body(-0.10)), (1, m.Body(-0.22)));
        var grain = s.Texture(11, 9, 18, $"""<circle cx="3" cy="3" r="2" fill="#000" fill-opacity=".22"/><circle cx="8.5" cy="7" r="1.8" fill="#fff" fill-opacity=".13"/>""");
        s.Add($"""<rect x="-460" y="-104" width="920" height="322" fill="{hide}"/><rect x="-460" y="-104" width="920" height="322" fill="{grain}"/>""");
        s.Add($"""<path d="M-460,-104 H460" stroke="#000" stroke-opacity=".45" stroke-width="5"/><path d="M-460,218 H460" stroke="#000" stroke-opacity=".40" stroke-width="4"/>""");
        s.Add($"""<path d="M-460,223 H460" stroke="#fff" stroke-opacity=".4" stroke-width="3"/>""");
        var fall = s.Sweep(-460, 0, 460, 0, (0, Rgb.White, 0.18), (0.05, Rgb.Black, 0.20), (0.16, Rgb.Black, 0), (0.84, Rgb.Black, 0), (0.96, Rgb.Black, 0.40), (1, m.Rim, 0.30));
        s.Add($"""<rect x="-460" y="-190" width="920" height="480" rx="62" fill="{fall}"/>""");
    }

    private static void TopPlate(SvgSketch s, Materials m)
    {
        var dial = s.Linear(0, 0, 1, 0, (0, m.Metal(0.30)), (0.2, m.Metal(0.95)), (0.45, m.Metal(0.60)), (0.7, m.Metal(0.82)), (1, m.Metal(0.25)));
        s.Add($"""<rect x="-392" y="-262" width="124" height="58" rx="10" fill="{dial}"/>""");
        for (var x = -384; x < -270; x += 9)
        {
            s.Add($"""<path d="M{x},-256 v46" stroke="{m.Metal(0.2)}" stroke-opacity=".5" stroke-width="2"/>""");
        }

        s.Add($"""<rect x="240" y="-248" width="104" height="44" rx="9" fill="{dial}"/>""");
        s.Add($"""<rect x="262" y="-276" width="60" height="34" rx="12" fill="{s.Linear(0, 0, 0, 1, (0, m.Accent(0.14)), (1, m.Accent(-0.12)))}"/>""");
        var plate = s.Sweep(-400, -210, 400, -100, (0, m.Metal(0.97)), (0.2, m.Metal(0.74)), (0.45, m.Metal(0.92)), (0.7, m.Metal(0.62)), (1, m.Metal(0.84)));
        s.Add($"""<path d="M-448,-108 V-152 Q-448,-212 -388,-212 H-190 L-158,-284 Q-150,-300 -132,-300 H132 Q150,-300 158,-284 L190,-212 H388 Q448,-212 448,-152 V-108Z" fill="{plate}"/>""");
        s.Add($"""<path d="M-446,-150 Q-446,-210 -388,-210 H-188 L-156,-283 Q-149,-298 -132,-298 H132 Q149,-298 156,-283 L188,-210 H388 Q446,-210 446,-150" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="3"/>""");
        s.Add($"""<rect x="-86" y="-276" width="172" height="60" rx="14" fill="#0a0c11"/>""");
        s.Add($"""<rect x="-78" y="-268" width="156" height="44" rx="9" fill="{s.Linear(0, 0, 1, 1, (0, m.Trim(-0.12)), (0.5, Rgb.Parse("#10141d")), (1, m.Accent(-0.2)))}"/>""");
        s.Add($"""<path d="M-70,-262 H0 L-30,-230 H-70Z" fill="#fff" opacity=".30"/>""");
        s.Add($"""<rect x="262" y="-186" width="116" height="60" rx="12" fill="#0c0e13"/>""");
        s.Add($"""<rect x="270" y="-178" width="100" height="44" rx="8" fill="{s.Linear(0, 0, 1, 1, (0, Rgb.White), (0.4, m.Paper(0.80)), (1, m.Paper(0.55)))}"/>""");
        s.Add($"""<circle cx="-330" cy="-156" r="20" fill="#0c0e13"/><circle cx="-330" cy="-156" r="13" fill="{m.Accent(0.02)}"/>""");
        s.Add($"""<circle cx="-335" cy="-161" r="4" fill="#fff" opacity=".8"/>""");
    }

    private static void Lens(SvgSketch s, Materials m)
    {
        s.Add($"""<g transform="translate(0,62)"><ellipse cx="22" cy="34" rx="290" ry="280" fill="{s.Soft(Rgb.Black, 0.75)}"/>""");
        s.Turned(0, 0, 236, 206, angle => m.Metal(0.62 + (0.34 * Math.Sin((angle * Math.PI / 90) + 2.6))));
        s.Add($"""<circle r="236" fill="none" stroke="#000" stroke-opacity=".45" stroke-width="3"/>""");
        s.Turned(0, 0, 208, 168, angle => m.Paper((((int)(angle / 3) & 1) == 0 ? 0.16 : 0.26) + (0.14 * Math.Pow(Math.Abs(Math.Cos((angle + 130) * Math.PI / 360)), 6))));
        s.Turned(0, 0, 170, 150, angle => m.Metal(0.58 + (0.36 * Math.Sin((angle * Math.PI / 90) + 2.4))));
        s.Add($"""<circle r="151" fill="#07080c"/><circle r="138" fill="none" stroke="#fff" stroke-opacity=".18" stroke-width="2"/>""");
        var glass = s.Spot(-30, -36, 150, (0, Rgb.Parse("#06070b")), (0.30, m.Body(-0.34)), (0.58, m.Body(-0.08)), (0.80, m.Accent(-0.10)), (1, Rgb.Parse("#07080c")));
        s.Add($"""<circle r="126" fill="{glass}"/><circle r="126" fill="none" stroke="#000" stroke-width="6"/>""");
        s.Add($"""<circle r="78" fill="{s.Radial(0.45, 0.4, 0.6, (0, Rgb.Parse("#020305")), (0.6, m.Trim(-0.34)), (0.9, m.Trim(-0.1), 0.8), (1, Rgb.Black))}"/>""");
        s.Add($"""<circle r="38" fill="#010203"/>""");
        s.Add($"""<path d="M-104,-20 C-96,-76 -52,-108 2,-110 C-30,-88 -66,-62 -74,-10Z" fill="#fff" opacity=".62"/>""");
        s.Add($"""<ellipse cx="54" cy="60" rx="30" ry="16" fill="{m.Accent(0.14)}" opacity=".55" transform="rotate(-44 54 60)"/>""");
        s.Add($"""<circle cx="-36" cy="-34" r="9" fill="#fff" opacity=".9"/></g>""");
    }
}
