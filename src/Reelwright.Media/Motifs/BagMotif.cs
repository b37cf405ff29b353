using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A structured leather handbag: flap, clasp, two handles, stitching.</summary>
internal sealed class BagMotif : Motif
{
    private const string Hull = "M-336,-96 Q-334,-116 -312,-116 H312 Q334,-116 336,-96 L392,344 Q398,400 342,404 H-342 Q-398,400 -392,344Z";

    internal override string Name => "bag";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 408, 460, 56);
        Handle(s, m, -0.16, -26, 0.94);
        Hide(s, m);
        Flap(s, m);
        Handle(s, m, 0, 0, 1);
        Clasp(s, m);
        return [Body(s)];
    }

    private static void Handle(SvgSketch s, Materials m, double shade, double lift, double scale)
    {
        var roll = s.Sweep(-200, -420, 200, -120, (0, m.Body(0.16 + shade)), (0.4, m.Body(0.04 + shade)), (1, m.Body(-0.16 + shade)));
        const string Arc = "M-186,-70 C-196,-260 -150,-430 0,-430 C150,-430 196,-260 186,-70";
        s.Add($"""<g transform="translate(0,{lift}) scale({scale},1)" fill="none" stroke-linecap="round"><path d="{Arc}" stroke="{m.Body(-0.30)}" stroke-width="44"/>""");
        s.Add($"""<path d="{Arc}" stroke="{roll}" stroke-width="38"/>""");
        s.Add($"""<path d="M-190,-120 C-190,-270 -140,-420 0,-424 C80,-422 136,-370 162,-300" stroke="#fff" stroke-opacity=".40" stroke-width="7"/>""");
        s.Add($"""<path d="{Arc}" stroke="{m.Body(0.26)}" stroke-opacity=".65" stroke-width="2.5" stroke-dasharray="11 8" transform="translate(0,13)"/></g>""");
        var metal = s.Linear(0, 0, 1, 1, (0, m.Metal(0.98)), (0.5, m.Metal(0.56)), (1, m.Metal(0.88)));
        foreach (var x in (ReadOnlySpan<int>)[-186, 186])
        {
            if (shade == 0)
            {
                s.Add($"""<path d="M{x - 36},-40 L{x - 26},-96 H{x + 26} L{x + 36},-40 L{x},0Z" fill="{m.Body(-0.02)}" stroke="{m.Body(-0.26)}" stroke-width="2.5"/>""");
                s.Add($"""<circle cx="{x}" cy="-78" r="34" fill="none" stroke="#000" stroke-opacity=".3" stroke-width="13" transform="translate(3,6)"/>""");
                s.Add($"""<circle cx="{x}" cy="-78" r="34" fill="none" stroke="{metal}" stroke-width="13"/><circle cx="{x}" cy="-30" r="7" fill="{metal}"/>""");
            }
        }
    }

    private static void Hide(SvgSketch s, Materials m)
    {
        var leather = s.Sweep(-392, -100, 392, 400, (0, m.Body(0.12)), (0.3, m.Body(0.04)), (0.65, m.Body(-0.08)), (1, m.Body(-0.22)));
        var grain = s.Texture(13, 11, 24, $"""<path d="M0,3 Q4,0 7,4 T13,3 M2,9 Q6,6 11,9" fill="none" stroke="#000" stroke-opacity=".13" stroke-width="1.6"/><path d="M0,4.6 Q4,1.6 7,5.6 T13,4.6" fill="none" stroke="#fff" stroke-opacity=".10" stroke-width="1.4"/>""");
        s.Add($"""<path d="{Hull}" fill="{leather}"/><path d="{Hull}" fill="{grain}"/>""");
        var clip = s.Clip($"""<path d="{Hull}"/>""");
        s.Add($"""<g clip-path="{clip}"><path d="M-400,-120 H-290 L-322,410 H-410Z" fill="#000" opacity=".16"/><path d="M400,-120 H290 L322,410 H410Z" fill="#000" opacity=".26"/>""");
        s.Add($"""<ellipse cx="0" cy="420" rx="460" ry="110" fill="{s.Soft(Rgb.Black, 0.55)}"/><ellipse cx="-120" cy="240" rx="240" ry="90" fill="{s.Soft(Rgb.White, 0.22)}"/></g>""");
        s.Add($"""<path d="M-372,350 Q-376,384 -336,386 H336 Q376,384 372,350" fill="none" stroke="{m.Body(0.26)}" stroke-opacity=".75" stroke-width="3" stroke-dasharray="13 9"/>""");
        s.Add($"""<path d="M-292,-100 L-322,386 M292,-100 L322,386" stroke="{m.Body(-0.3)}" stroke-opacity=".5" stroke-width="3"/>""");
        s.Add($"""<path d="M-334,-80 L-388,340" stroke="{m.Rim}" stroke-opacity=".5" stroke-width="4" fill="none"/>""");
    }

    private static void Flap(SvgSketch s, Materials m)
    {
        const string Cover = "M-344,-104 Q-342,-124 -320,-124 H320 Q342,-124 344,-104 L352,40 C352,96 250,160 0,164 C-250,160 -352,96 -352,40Z";
        var leather = s.Sweep(-340, -120, 260, 170, (0, m.Body(0.20)), (0.35, m.Body(0.09)), (0.7, m.Body(-0.02)), (1, m.Body(-0.12)));
        s.Add($"""<path d="{Cover}" fill="#000" opacity=".36" transform="translate(4,16)"/><path d="{Cover}" fill="{leather}"/>""");
        s.Add($"""<path d="M-334,44 C-330,88 -236,144 0,148 C236,144 330,88 334,44" fill="none" stroke="{m.Body(0.30)}" stroke-opacity=".8" stroke-width="3" stroke-dasharray="13 9"/>""");
        s.Add($"""<path d="M-350,44 C-346,96 -250,158 0,162 C250,158 346,96 350,44" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="3"/>""");
        s.Add($"""<path d="M-316,-116 H316" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="-150" cy="-20" rx="220" ry="80" fill="{s.Soft(Rgb.White, 0.26)}"/>""");
    }

    private static void Clasp(SvgSketch s, Materials m)
    {
        var metal = s.Sweep(-60, 80, 70, 220, (0, m.Metal(0.99)), (0.3, m.Metal(0.66)), (0.5, m.Metal(0.92)), (0.75, m.Metal(0.48)), (1, m.Metal(0.84)));
        s.Add($"""<rect x="-56" y="104" width="120" height="98" rx="20" fill="#000" opacity=".38"/><rect x="-60" y="94" width="120" height="98" rx="20" fill="{metal}"/>""");
        s.Add($"""<rect x="-56" y="98" width="112" height="90" rx="17" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="2.5"/>""");
        s.Add($"""<rect x="-22" y="118" width="44" height="50" rx="12" fill="{m.Metal(0.30)}"/><rect x="-18" y="116" width="36" height="44" rx="10" fill="{metal}"/>""");
        s.Add($"""<path d="M186,0 C196,60 232,84 226,140" fill="none" stroke="{m.Accent(-0.1)}" stroke-width="7" stroke-linecap="round"/><g transform="translate(228,196) rotate(8)">""");
        s.Add($"""<path d="M-30,-50 H30 L38,-34 V60 Q38,72 26,72 H-26 Q-38,72 -38,60 V-34Z" fill="{s.Linear(0, 0, 1, 1, (0, m.Accent(0.10)), (1, m.Accent(-0.12)))}"/>""");
        s.Add($"""<path d="M-26,-40 H26 L30,-32 V58 Q30,64 24,64 H-24 Q-30,64 -30,58 V-32Z" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2" stroke-dasharray="6 5"/>""");
        s.Add($"""<circle cy="-30" r="7" fill="{m.Metal(0.9)}"/></g>""");
    }
}
