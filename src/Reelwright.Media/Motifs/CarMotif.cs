using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A fastback from the side: painted body with a lit shoulder, glass, alloy wheels, lamps on.</summary>
internal sealed class CarMotif : Motif
{
    private const double FrontAxle = 296;
    private const double RearAxle = -288;
    private const double AxleHeight = 106;

    private const string Shell =
        "M-446,138 C-468,128 -474,96 -474,64 C-476,24 -480,-4 -470,-30 C-464,-46 -450,-56 -428,-62 C-352,-124 -236,-190 -84,-200 C24,-206 104,-172 196,-96 "
        + "C300,-86 384,-62 440,-24 C466,-6 476,26 478,64 C480,96 474,122 452,134 L415,138 A122,122 0 1 0 177,138 L-169,138 A122,122 0 1 0 -407,138Z";

    private const string Glass =
        "M-348,-66 C-282,-122 -190,-170 -82,-176 C10,-182 78,-152 152,-92 C158,-86 154,-80 144,-78 C10,-66 -180,-58 -336,-56 C-350,-56 -356,-60 -348,-66Z";

    internal override string Name => "car";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 214, 512, 50);
        Underneath(s, m);
        Paint(s, m);
        Windows(s, m);
        Seams(s, m);
        Lamps(s, m);
        Wheel(s, m, RearAxle);
        Wheel(s, m, FrontAxle);
        return [Body(s)];
    }

    /// <summary>Wheel wells, floor and the dark that a low car holds under itself.</summary>
    private static void Underneath(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M-430,120 H446 L420,150 H-410Z" fill="{m.Paper(0.12)}"/><ellipse cx="0" cy="200" rx="430" ry="34" fill="{s.Soft(m.Shadow, 0.95)}"/>""");
        s.Add($"""<path d="M-190,120 H200 L186,164 Q184,170 176,170 H-170 Q-178,170 -180,164Z" fill="{s.Sweep(0, 130, 0, 172, (0, m.Paper(0.16)), (1, m.Paper(0.07)))}"/>""");
        foreach (var axle in (ReadOnlySpan<double>)[RearAxle, FrontAxle])
        {
            s.Add($"""<path d="M{axle - 121},112 A121,121 0 0 1 {axle + 121},112 L{axle + 114},152 H{axle - 114}Z" fill="{m.Paper(0.06)}"/>""");
        }
    }

    private static void Paint(SvgSketch s, Materials m)
    {
        var sky = s.Sweep(-40, -206, 20, 150, (0, m.Body(0.20)), (0.30, m.Body(0.10)), (0.44, m.Body(0.06)), (0.52, m.Body(-0.02)), (0.72, m.Body(-0.12)), (0.86, m.Body(-0.20)), (1, m.Body(-0.28)));
        s.Add($"""<path d="{Shell}" fill="{sky}"/>""");
        var clip = s.Clip($"""<path d="{Shell}"/>""");

        // The shoulder turns to the sky and the flank below it to the ground: one hard edge between light and dark makes it lacquer.
        var shoulder = s.Sweep(-470, 0, 470, 0, (0, Rgb.White, 0.20), (0.25, Rgb.White, 0.55), (0.6, Rgb.White, 0.34), (0.85, Rgb.White, 0.5), (1, Rgb.White, 0.1));
        s.Add($"""<g clip-path="{clip}"><path d="M-490,-30 C-340,-52 100,-62 250,-48 C360,-38 440,-10 490,20 C420,2 330,-14 230,-18 C60,-26 -330,-16 -490,6Z" fill="{shoulder}"/>""");
        var flank = s.Sweep(0, -10, 0, 110, (0, Rgb.Black, 0.26), (0.55, Rgb.Black, 0.10), (1, Rgb.Black, 0));
        s.Add($"""<path d="M-490,14 C-330,-8 60,-16 230,-8 C330,-2 420,14 490,34 V110 H-490Z" fill="{flank}"/>""");
        s.Add($"""<path d="M-150,96 C-40,66 90,64 180,84 C140,92 20,104 -150,112Z" fill="#fff" opacity=".20"/>""");
        s.Add($"""<ellipse cx="330" cy="-60" rx="150" ry="40" fill="{s.Soft(Rgb.White, 0.55)}" transform="rotate(14 330 -60)"/><ellipse cx="-150" cy="-186" rx="230" ry="34" fill="{s.Soft(Rgb.White, 0.75)}" transform="rotate(-9 -150 -186)"/>""");
        s.Add($"""<path d="M-490,112 H490 V150 H-490Z" fill="{m.Paper(0.14)}"/><path d="M-160,113 H168" stroke="{m.Metal(0.86)}" stroke-opacity=".7" stroke-width="3"/>""");
        foreach (var axle in (ReadOnlySpan<double>)[RearAxle, FrontAxle])
        {
            s.Add($"""<circle cx="{axle}" cy="110" r="132" fill="none" stroke="#fff" stroke-opacity=".22" stroke-width="7"/><circle cx="{axle}" cy="110" r="124" fill="none" stroke="#000" stroke-opacity=".5" stroke-width="7"/>""");
        }

        s.Add($"""</g><path d="M-474,60 C-476,24 -480,-4 -470,-30 C-464,-46 -450,-56 -428,-62 C-352,-124 -236,-190 -84,-200 C24,-206 104,-172 196,-96 C300,-86 384,-62 440,-24" fill="none" stroke="{m.Rim}" stroke-opacity=".55" stroke-width="3.5"/>""");
    }

    private static void Windows(SvgSketch s, Materials m)
    {
        var tint = s.Sweep(-200, -180, -120, -50, (0, m.Paper(0.42)), (0.45, m.Paper(0.22)), (0.5, m.Paper(0.13)), (1, m.Paper(0.20)));
        s.Add($"""<path d="{Glass}" fill="{tint}" stroke="{m.Paper(0.08)}" stroke-width="9" stroke-linejoin="round"/>""");
        var clip = s.Clip($"""<path d="{Glass}"/>""");
        s.Add($"""<g clip-path="{clip}"><path d="M-44,-60 C-40,-112 -30,-126 -2,-126 C20,-126 30,-104 36,-60Z M-232,-60 C-226,-104 -216,-116 -190,-116 C-168,-116 -160,-100 -156,-60Z" fill="{m.Paper(0.07)}"/>""");
        s.Add($"""<path d="M100,-72 C92,-96 84,-104 70,-106" fill="none" stroke="{m.Paper(0.07)}" stroke-width="9"/>""");
        s.Add($"""<path d="M-250,-40 L-130,-190 H-60 L-180,-40Z M-150,-40 L-30,-190 H-8 L-128,-40Z" fill="#fff" opacity=".16"/><path d="M20,-40 L110,-190 H170 L76,-40Z" fill="#fff" opacity=".14"/>""");
        s.Add($"""<path d="M-74,-190 L-86,-50 H-62 L-52,-190Z" fill="{m.Paper(0.05)}"/></g>""");
        s.Add($"""<path d="M-346,-66 C-280,-122 -190,-172 -82,-178 C10,-184 80,-154 154,-92" fill="none" stroke="{m.Metal(0.92)}" stroke-width="4"/>""");
        s.Add($"""<path d="M-340,-52 C-180,-54 10,-62 146,-74" fill="none" stroke="{m.Metal(0.80)}" stroke-opacity=".8" stroke-width="3"/>""");
        s.Add($"""<path d="M118,-66 C124,-92 150,-98 176,-92 C188,-88 186,-68 170,-62 C154,-56 132,-58 118,-58Z" fill="{s.Linear(0, 0, 0, 1, (0, m.Body(0.22)), (0.5, m.Body(0.02)), (1, m.Body(-0.22)))}" stroke="#000" stroke-opacity=".3" stroke-width="2"/>""");
    }

    private static void Seams(SvgSketch s, Materials m)
    {
        FormattableString[] seams =
        [
            $"M-74,-58 C-80,0 -80,60 -64,112", $"M150,-70 C176,-20 174,60 150,112", $"M-330,-54 C-300,-30 -230,-20 -196,40", $"M196,-94 C290,-80 376,-54 430,-16", $"M-424,-60 C-400,-56 -370,-56 -340,-58",
        ];
        foreach (var seam in seams)
        {
            var line = FormattableString.Invariant(seam);
            s.Add($"""<path d="{line}" fill="none" stroke="#000" stroke-opacity=".42" stroke-width="4"/><path d="{line}" fill="none" stroke="#fff" stroke-opacity=".25" stroke-width="2" transform="translate(4,1)"/>""");
        }

        foreach (var x in (ReadOnlySpan<int>)[-150, 66])
        {
            s.Add($"""<rect x="{x - 30}" y="-2" width="62" height="15" rx="7" fill="#000" opacity=".35"/><rect x="{x - 30}" y="-6" width="62" height="13" rx="6.5" fill="{s.Linear(0, 0, 0, 1, (0, m.Body(0.30)), (1, m.Body(-0.10)))}"/>""");
        }
    }

    private static void Lamps(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M474,20 C440,14 392,-4 362,-28 C404,-26 446,-12 462,-2 C470,6 474,12 474,20Z" fill="{m.Paper(0.12)}"/>""");
        s.Add($"""<path d="M466,10 C436,4 402,-8 380,-20" fill="none" stroke="#eaf6ff" stroke-width="8" stroke-linecap="round"/><ellipse cx="444" cy="2" rx="76" ry="42" fill="{s.Soft(Rgb.Parse("#d9efff"), 0.85)}"/>""");
        s.Add($"""<path d="M-470,-22 C-440,-30 -404,-34 -372,-32 C-398,-18 -440,-8 -474,-4Z" fill="#7a0d16"/><path d="M-468,-15 C-440,-22 -410,-26 -388,-26" fill="none" stroke="#ff4a3d" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="-440" cy="-16" rx="66" ry="36" fill="{s.Soft(Rgb.Parse("#ff5a45"), 0.7)}"/>""");
        s.Add($"""<path d="M478,70 C450,68 432,78 424,96 L470,108 C476,98 478,84 478,70Z" fill="{m.Paper(0.10)}"/><path d="M440,84 L474,88" stroke="{m.Metal(0.7)}" stroke-width="4"/>""");
    }

    private static void Wheel(SvgSketch s, Materials m, double x)
    {
        s.Add($"""<g transform="translate({x},{AxleHeight})"><circle r="110" fill="{s.Radial(0.4, 0.36, 0.7, (0, m.Paper(0.30)), (0.7, m.Paper(0.17)), (1, m.Paper(0.09)))}"/>""");
        s.Add($"""<circle r="96" fill="none" stroke="#fff" stroke-opacity=".10" stroke-width="3"/><path d="M-102,-26 A105,105 0 0 1 -26,-102" fill="none" stroke="#fff" stroke-opacity=".30" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<circle r="84" fill="{m.Paper(0.07)}"/>""");
        s.Turned(0, 0, 58, 20, angle => m.Metal(0.34 + (0.22 * Math.Pow(Math.Abs(Math.Cos((angle - 35) * Math.PI / 180)), 4))), 72);
        s.Add($"""<path d="M-56,-18 A58,58 0 0 1 -30,-50 L-20,-34 A40,40 0 0 0 -38,-12Z" fill="{m.Accent()}"/>""");
        for (var i = 0; i < 5; i++)
        {
            // A spoke is the brighter the more its face looks to the upper left.
            var turn = (i * 72) - 90;
            var light = 0.80 + (0.17 * Math.Cos((turn + 135) * Math.PI / 180));
            s.Add($"""<g transform="rotate({turn})"><path d="M14,-15 L80,-30 L83,-12 L24,-3Z" fill="{m.Metal(light)}"/><path d="M14,15 L80,30 L83,12 L24,3Z" fill="{m.Metal(light - 0.20)}"/></g>""");
        }

        s.Turned(0, 0, 86, 77, angle => m.Metal(0.62 + (0.36 * Math.Cos((angle + 135) * Math.PI / 180))), 72);
        s.Add($"""<circle r="21" fill="{s.Radial(0.35, 0.3, 0.9, (0, m.Metal(0.97)), (1, m.Metal(0.40)))}"/><circle r="9" fill="{m.Metal(0.26)}"/></g>""");
    }
}
