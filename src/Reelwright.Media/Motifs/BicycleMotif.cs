using Reelwright.Media.Art;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A road bicycle from its driven side: deep rims, painted tubes, leather saddle and tape.</summary>
internal sealed class BicycleMotif : Motif
{
    private const double AxleHeight = 130;
    private const double RearAxle = -276;
    private const double FrontAxle = 278;

    internal override string Name => "bicycle";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 336, 500, 44);
        Wheel(s, m, RearAxle);
        Wheel(s, m, FrontAxle);
        Chain(s, m);
        Frame(s, m);
        Crank(s, m);
        Saddle(s, m);
        Bars(s, m);
        return [Body(s)];
    }

    private static void Wheel(SvgSketch s, Materials m, double x)
    {
        s.Add($"""<g transform="translate({x},{AxleHeight})" fill="none"><circle r="194" stroke="{m.Paper(0.13)}" stroke-width="24"/><circle r="203" stroke="{m.Paper(0.30)}" stroke-width="3"/>""");
        s.Add($"""<circle r="185" stroke="{Materials.Own("#c08a4e")}" stroke-width="7"/><path d="M-196,-36 A199,199 0 0 1 -36,-196" stroke="#fff" stroke-opacity=".38" stroke-width="6" stroke-linecap="round"/>""");
        for (var i = 0; i < 18; i++)
        {
            var lean = i % 2 == 0 ? 12 : -12;
            s.Add($"""<path d="M0,{(i % 2 == 0 ? -15 : -13)} L{lean * 1.6:0.#},-138" stroke="{m.Metal(0.84)}" stroke-width="3.4" transform="rotate({i * 20})"/>""");
        }

        s.Add($"</g>");
        s.Turned(x, AxleHeight, 183, 130, angle => m.Paper(0.22 + (0.15 * Math.Pow(Math.Abs(Math.Cos((angle + 128) * Math.PI / 360)), 3))), 96);
        s.Add($"""<g transform="translate({x},{AxleHeight})" fill="none"><circle r="131" stroke="#000" stroke-opacity=".4" stroke-width="4"/><circle r="182" stroke="#fff" stroke-opacity=".22" stroke-width="3"/>""");
        foreach (var turn in (ReadOnlySpan<int>)[-20, 160])
        {
            s.Add($"""<path d="M-78,-136 A157,157 0 0 1 78,-136" stroke="{m.Accent()}" stroke-width="15" stroke-linecap="round" transform="rotate({turn})"/>""");
        }

        s.Add($"""<path d="M-128,-112 A170,170 0 0 1 -74,-152" stroke="#fff" stroke-opacity=".65" stroke-width="9" stroke-linecap="round"/><circle r="20" fill="{s.Linear(0, 0, 1, 1, (0, m.Metal(0.96)), (1, m.Metal(0.38)))}"/><circle r="8" fill="{m.Metal(0.24)}"/></g>""");
    }

    private static void Chain(SvgSketch s, Materials m)
    {
        s.Add($"""<g transform="translate({RearAxle},{AxleHeight})"><circle r="48" fill="{m.Metal(0.34)}"/><circle r="46" fill="none" stroke="{m.Metal(0.78)}" stroke-width="5" stroke-dasharray="6 5"/><circle r="34" fill="none" stroke="{m.Metal(0.66)}" stroke-width="4" stroke-dasharray="5 4"/></g>""");
        s.Add($"""<path d="M{RearAxle},{AxleHeight - 44} L-36,88 M-262,216 L-36,222 M{RearAxle + 42},{AxleHeight + 18} L-258,178" fill="none" stroke="{m.Metal(0.30)}" stroke-width="9"/><path d="M{RearAxle},{AxleHeight - 44} L-36,88 M-262,216 L-36,222" fill="none" stroke="{m.Metal(0.80)}" stroke-width="4" stroke-dasharray="7 6"/>""");
        s.Add($"""<path d="M{RearAxle},{AxleHeight} L-252,182 L-266,206" fill="none" stroke="{m.Metal(0.46)}" stroke-width="14" stroke-linejoin="round"/><circle cx="-252" cy="178" r="14" fill="{m.Metal(0.30)}" stroke="{m.Metal(0.8)}" stroke-width="4"/><circle cx="-264" cy="208" r="14" fill="{m.Metal(0.30)}" stroke="{m.Metal(0.8)}" stroke-width="4"/>""");
    }

    private static void Frame(SvgSketch s, Materials m)
    {
        Tube(s, m, RearAxle, AxleHeight, -36, 154, 20, -0.08);
        Tube(s, m, RearAxle, AxleHeight, -118, -112, 18, -0.04);
        Fork(s, m);
        Tube(s, m, -36, 154, -134, -176, 36, 0);
        Tube(s, m, -36, 154, 186, -140, 46, 0);
        Tube(s, m, -122, -136, 176, -176, 36, 0.02);
        Tube(s, m, 168, -218, 198, -120, 46, 0.04);
        s.Add($"""<path d="M36,64 L104,-30" stroke="#fff" stroke-opacity=".85" stroke-width="13" stroke-linecap="round"/><path d="M12,98 L22,84" stroke="{m.Accent(0.08)}" stroke-width="13" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-62,36 L-94,-70" stroke="{m.Accent()}" stroke-width="12" stroke-linecap="round"/>""");
    }

    /// <summary>A round tube: its light runs across it, brighter on the side that looks up and left.</summary>
    private static void Tube(SvgSketch s, Materials m, double x1, double y1, double x2, double y2, double width, double light)
    {
        var length = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        var turn = Math.Atan2(y2 - y1, x2 - x1) * 180 / Math.PI;
        var paint = s.Sweep(0, -width / 2, 0, width / 2, (0, m.Body(light - 0.02)), (0.25, m.Body(light + 0.20)), (0.5, m.Body(light + 0.04)), (0.85, m.Body(light - 0.18)), (1, m.Body(light - 0.10)));
        var flip = Math.Abs(turn) > 115 ? -1 : 1;
        s.Add($"""<g transform="translate({x1},{y1}) rotate({turn:0.##}) scale(1,{flip})"><rect x="{-width * 0.3:0.#}" y="{-width / 2:0.#}" width="{length + (width * 0.6):0.#}" height="{width}" rx="{width / 2:0.#}" fill="{paint}"/>""");
        s.Add($"""<path d="M{width * 0.5:0.#},{-width * 0.22:0.#} H{length - (width * 0.5):0.#}" stroke="#fff" stroke-opacity=".60" stroke-width="{width * 0.10:0.#}" stroke-linecap="round"/></g>""");
    }

    private static void Fork(SvgSketch s, Materials m)
    {
        var blade = s.Sweep(190, 0, 280, 30, (0, m.Body(0.16)), (0.4, m.Body(0.02)), (1, m.Body(-0.20)));
        s.Add($"""<path d="M176,-128 L222,-134 C234,-60 262,20 288,124 Q290,140 278,142 Q266,142 262,132 C232,44 196,-30 176,-128Z" fill="{blade}"/><path d="M190,-116 C206,-40 236,36 264,116" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<circle cx="{FrontAxle}" cy="{AxleHeight}" r="13" fill="{m.Metal(0.72)}"/><circle cx="{RearAxle}" cy="{AxleHeight}" r="15" fill="{m.Metal(0.72)}"/><circle cx="{RearAxle}" cy="{AxleHeight}" r="6" fill="{m.Metal(0.28)}"/>""");
    }

    private static void Crank(SvgSketch s, Materials m)
    {
        s.Add($"""<g transform="translate(-36,154)"><circle r="70" fill="none" stroke="{m.Metal(0.26)}" stroke-width="17"/><circle r="74" fill="none" stroke="{m.Metal(0.66)}" stroke-width="7" stroke-dasharray="7 5.9"/>""");
        s.Turned(0, 0, 68, 54, angle => m.Metal(0.56 + (0.36 * Math.Cos((angle + 135) * Math.PI / 180))), 60);
        for (var turn = 18; turn < 378; turn += 90)
        {
            s.Add($"""<path d="M-9,0 L-7,-58 H7 L9,0Z" fill="{m.Metal(0.74)}" transform="rotate({turn})"/>""");
        }

        s.Add($"""<g transform="rotate(118)"><path d="M-17,0 L-12,-124 Q0,-138 12,-124 L17,0Z" fill="{s.Linear(0, 0, 1, 0, (0, m.Metal(0.40)), (0.5, m.Metal(0.92)), (1, m.Metal(0.60)))}"/></g><circle r="24" fill="{s.Radial(0.35, 0.3, 0.9, (0, m.Metal(0.98)), (1, m.Metal(0.40)))}"/><circle r="9" fill="{m.Metal(0.26)}"/>""");
        s.Add($"""<rect x="70" y="44" width="86" height="28" rx="10" fill="{s.Linear(0, 0, 0, 1, (0, m.Paper(0.46)), (1, m.Paper(0.12)))}"/><path d="M78,50 H148" stroke="#fff" stroke-opacity=".4" stroke-width="4" stroke-linecap="round"/></g>""");
    }

    private static void Saddle(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M-128,-160 L-152,-244" stroke="{m.Metal(0.28)}" stroke-width="24" stroke-linecap="round"/><path d="M-130,-166 L-151,-240" stroke="{m.Metal(0.82)}" stroke-width="13" stroke-linecap="round"/><path d="M-138,-172 L-116,-178" stroke="{m.Metal(0.4)}" stroke-width="15" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-230,-262 C-200,-236 -120,-232 -66,-270" fill="none" stroke="{m.Metal(0.62)}" stroke-width="8"/>""");
        var leather = s.Sweep(-240, -310, -100, -244, (0, Materials.Own("#d08a4f")), (0.4, Materials.Own("#a8622e")), (1, Materials.Own("#5f3315")));
        s.Add($"""<path d="M-258,-290 C-262,-308 -246,-316 -222,-312 C-160,-302 -110,-294 -40,-298 C-22,-298 -16,-284 -30,-278 C-80,-262 -140,-256 -180,-244 C-220,-232 -252,-250 -258,-290Z" fill="{leather}"/>""");
        s.Add($"""<path d="M-244,-300 C-180,-296 -120,-282 -40,-289" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="5" stroke-linecap="round"/><circle cx="-236" cy="-276" r="5" fill="{Materials.Own("#f0c98a")}"/><circle cx="-218" cy="-260" r="5" fill="{Materials.Own("#f0c98a")}"/>""");
    }

    private static void Bars(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M166,-222 L160,-250 L232,-278" fill="none" stroke="{m.Metal(0.30)}" stroke-width="30" stroke-linejoin="round" stroke-linecap="round"/><path d="M164,-224 L159,-252 L232,-280" fill="none" stroke="{m.Metal(0.74)}" stroke-width="13" stroke-linejoin="round" stroke-linecap="round"/>""");
        const string Drop = "M226,-278 C262,-288 300,-288 330,-276 C372,-256 372,-192 332,-172 C304,-160 272,-166 244,-172";
        s.Add($"""<path d="{Drop}" fill="none" stroke="{Materials.Own("#4f2a12")}" stroke-width="31" stroke-linecap="round"/><path d="{Drop}" fill="none" stroke="{Materials.Own("#a8622e")}" stroke-width="25" stroke-linecap="round"/><path d="{Drop}" fill="none" stroke="#000" stroke-opacity=".25" stroke-width="25" stroke-dasharray="2.5 14"/>""");
        s.Add($"""<path d="M232,-284 C264,-294 300,-294 330,-281 C352,-270 362,-250 362,-232" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<path d="M322,-286 C326,-326 352,-340 366,-326 C376,-312 366,-296 356,-272Z" fill="{s.Linear(0, 0, 1, 1, (0, m.Paper(0.48)), (1, m.Paper(0.12)))}"/><path d="M362,-300 C396,-262 398,-210 378,-176" fill="none" stroke="{m.Metal(0.34)}" stroke-width="13" stroke-linecap="round"/><path d="M360,-300 C393,-262 395,-212 376,-178" fill="none" stroke="{m.Metal(0.90)}" stroke-width="6" stroke-linecap="round"/>""");
    }
}
