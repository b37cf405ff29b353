using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A cable-knit sweater on a wooden hanger, with a swing tag in front.</summary>
internal sealed class ApparelMotif : Motif
{
    private const string Torso =
        "M-112,-318 C-72,-248 72,-248 112,-318 C170,-298 226,-276 262,-240 C240,-120 236,60 246,338 C120,362 -120,362 -246,338 C-236,60 -240,-120 -262,-240 C-226,-276 -170,-298 -112,-318Z";

    private const string Sleeve =
        "M-196,-290 C-264,-272 -306,-226 -330,-150 C-366,-36 -400,104 -420,248 C-396,276 -326,286 -294,264 C-274,140 -248,40 -232,-30 C-246,-110 -236,-210 -196,-290Z";

    internal override string Name => "apparel";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 478, 400, 34);
        Neck(s, m);
        Hanger(s, m);
        Arm(s, m, 1);
        Arm(s, m, -1);
        Front(s, m);
        Hem(s, m);
        Collar(s, m);
        return [Body(s), Front("tag", Tag(m))];
    }

    private static void Neck(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M-116,-318 C-96,-366 96,-366 116,-318 C72,-250 -72,-250 -116,-318Z" fill="{s.Sweep(0, -356, 0, -262, (0, m.Body(-0.20)), (1, m.Body(-0.34)))}"/>""");
        s.Add($"""<path d="M-116,-318 C-96,-366 96,-366 116,-318 C70,-338 -70,-338 -116,-318Z" fill="{s.Sweep(-100, 0, 100, 0, (0, m.Body(0.10)), (1, m.Body(-0.10)))}"/>""");
        s.Add($"""<rect x="-34" y="-328" width="68" height="30" rx="4" fill="{m.Accent()}"/><path d="M-22,-313 H22" stroke="#fff" stroke-opacity=".7" stroke-width="4" stroke-linecap="round"/>""");
    }

    private static void Hanger(SvgSketch s, Materials m)
    {
        const string Hook = "M0,-330 V-398 C0,-422 46,-424 46,-458 C46,-486 20,-500 -4,-496 C-24,-492 -34,-478 -34,-462";
        s.Add($"""<path d="{Hook}" fill="none" stroke="{m.Metal(0.36)}" stroke-width="15" stroke-linecap="round"/><path d="{Hook}" fill="none" stroke="{s.Sweep(-40, 0, 50, 0, (0, m.Metal(0.96)), (0.5, m.Metal(0.62)), (1, m.Metal(0.90)))}" stroke-width="11" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-3,-336 V-398 C-3,-426 43,-430 43,-458" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="3" stroke-linecap="round"/>""");
        var wood = s.Sweep(0, -352, 0, -286, (0, Materials.Own("#e2b27a")), (0.5, Materials.Own("#c48a4e")), (1, Materials.Own("#8c5a2c")));
        s.Add($"""<path d="M-110,-296 C-80,-330 -40,-350 0,-350 C40,-350 80,-330 110,-296 L96,-262 C70,-292 36,-308 0,-308 C-36,-308 -70,-292 -96,-262Z" fill="{wood}"/>""");
        s.Add($"""<path d="M-96,-306 C-66,-332 -34,-343 0,-343 C30,-343 60,-334 86,-314" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="4" stroke-linecap="round"/><circle cy="-336" r="11" fill="{m.Metal(0.72)}"/>""");
    }

    /// <param name="side">1 for the sleeve on the left, which has the light; -1 for its mirror.</param>
    private static void Arm(SvgSketch s, Materials m, int side)
    {
        var shade = side > 0 ? 0 : -0.09;
        var yarn = s.Sweep(-410, -60, -236, 0, (0, m.Body(-0.10 - (shade * 0.4))), (0.3, m.Body(0.12 + shade)), (0.65, m.Body(0.02 + shade)), (1, m.Body(-0.20 + shade)));
        s.Add($"""<g transform="scale({side},1)"><path d="{Sleeve}" fill="{yarn}"/><path d="{Sleeve}" fill="{Stitches(s, 12)}"/>""");
        var clip = s.Clip($"""<path d="{Sleeve}"/>""");
        s.Add($"""<g clip-path="{clip}">""");
        foreach (var fold in (ReadOnlySpan<string>)["M-240,40 C-290,60 -340,66 -392,40", "M-250,110 C-300,140 -350,140 -410,124", "M-240,-60 C-270,-30 -320,-20 -366,-40"])
        {
            s.Add($"""<path d="{fold}" fill="none" stroke="#000" stroke-opacity=".13" stroke-width="16" stroke-linecap="round"/><path d="{fold}" fill="none" stroke="#fff" stroke-opacity=".13" stroke-width="9" stroke-linecap="round" transform="translate(0,-13)"/>""");
        }

        s.Add($"""</g><path d="M-424,240 C-396,268 -324,278 -290,256 L-296,352 C-324,372 -392,366 -420,340Z" fill="{yarn}"/>""");
        for (var i = 0; i < 9; i++)
        {
            var (x, sag) = (-412 + (i * 14.6), Math.Sin((i + 0.6) * Math.PI / 9.4) * 18);
            s.Add($"""<path d="M{x:0.#},{252 + sag:0.#} L{x + 1:0.#},{344 + sag:0.#}" stroke="#000" stroke-opacity=".26" stroke-width="5" stroke-linecap="round"/><path d="M{x + 6:0.#},{252 + sag:0.#} L{x + 7:0.#},{344 + sag:0.#}" stroke="#fff" stroke-opacity=".22" stroke-width="4" stroke-linecap="round"/>""");
        }

        s.Add($"""<path d="M-422,246 C-396,274 -326,284 -292,262" fill="none" stroke="#000" stroke-opacity=".28" stroke-width="5"/><path d="M-418,330 C-388,368 -330,374 -298,350" fill="none" stroke="{m.Accent()}" stroke-width="10" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-330,-150 C-366,-36 -400,104 -420,240" fill="none" stroke="{m.Rim}" stroke-opacity="{(side > 0 ? 0.6 : 0.35)}" stroke-width="4"/></g>""");
    }

    private static void Front(SvgSketch s, Materials m)
    {
        var yarn = s.Sweep(-260, -260, 250, 340, (0, m.Body(0.16)), (0.35, m.Body(0.07)), (0.7, m.Body(-0.04)), (1, m.Body(-0.16)));
        var arms = s.Clip($"""<path d="{Sleeve}"/><path d="{Sleeve}" transform="scale(-1,1)"/>""");
        s.Add($"""<g clip-path="{arms}"><path d="{Torso}" fill="#000" opacity=".30" transform="translate(3,6) scale(1.05,1)"/></g><path d="{Torso}" fill="{yarn}"/><path d="{Torso}" fill="{Stitches(s, 0)}"/>""");
        var clip = s.Clip($"""<path d="{Torso}"/>""");
        s.Add($"""<g clip-path="{clip}">""");
        foreach (var x in (ReadOnlySpan<int>)[-128, 128])
        {
            Cable(s, m, x, 0.82);
        }

        Cable(s, m, 0, 1.16);
        s.Add($"""<path d="M-270,-260 C-214,-120 -226,100 -222,360 H-280Z" fill="#000" opacity=".15"/><path d="M270,-260 C206,-120 214,100 210,360 H290Z" fill="#000" opacity=".24"/>""");
        s.Add($"""<ellipse cx="-120" cy="-130" rx="220" ry="170" fill="{s.Soft(Rgb.White, 0.30)}"/><ellipse cx="40" cy="370" rx="330" ry="120" fill="{s.Soft(Rgb.Black, 0.40)}"/></g>""");
        s.Add($"""<path d="M-198,-284 C-226,-210 -240,-120 -240,-20" fill="none" stroke="#000" stroke-opacity=".24" stroke-width="5"/><path d="M198,-284 C226,-210 240,-120 240,-20" fill="none" stroke="#000" stroke-opacity=".30" stroke-width="5"/>""");
        s.Add($"""<path d="M-114,-316 C-170,-298 -224,-276 -258,-242" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"/>""");
    }

    /// <summary>Two strands that cross again and again; the upper one alternates.</summary>
    private static void Cable(SvgSketch s, Materials m, double x, double scale)
    {
        const double Turn = 74;
        s.Add($"""<g transform="translate({x},0) scale({scale},1)" fill="none" stroke-linecap="round"><path d="M-40,-330 V380 M40,-330 V380" stroke="#000" stroke-opacity=".16" stroke-width="10"/>""");
        for (var (y, way) = (-330.0, 1); y < 370; y += Turn, way = -way)
        {
            foreach (var lean in (ReadOnlySpan<int>)[-way, way])
            {
                var strand = FormattableString.Invariant($"M{-19 * lean},{y} C{-19 * lean},{y + 34} {19 * lean},{y + 40} {19 * lean},{y + Turn}");
                s.Add($"""<path d="{strand}" stroke="{m.Body(-0.26)}" stroke-width="30"/><path d="{strand}" stroke="{m.Body(0.02)}" stroke-width="24"/>""");
                s.Add($"""<path d="{strand}" stroke="{m.Body(0.15)}" stroke-width="11" transform="translate(-4,-2)"/><path d="{strand}" stroke="{m.Body(-0.18)}" stroke-opacity=".5" stroke-width="24" stroke-dasharray="2.5 9" stroke-linecap="butt"/>""");
            }
        }

        s.Add($"</g>");
    }

    private static void Hem(SvgSketch s, Materials m)
    {
        const string Band = "M-248,332 C-120,358 120,358 248,332 L240,420 C120,448 -120,448 -240,420Z";
        s.Add($"""<path d="{Band}" fill="{s.Sweep(-250, 340, 250, 430, (0, m.Body(0.08)), (0.4, m.Body(0.02)), (1, m.Body(-0.20)))}"/>""");
        for (var i = 0; i < 31; i++)
        {
            var x = -232 + (i * 15.4);
            var sag = 20 * (1 - Math.Pow(x / 248, 2));
            s.Add($"""<path d="M{x:0.#},{338 + sag:0.#} L{x * 0.97:0.#},{416 + (sag * 1.1):0.#}" stroke="#000" stroke-opacity=".24" stroke-width="5.5" stroke-linecap="round"/><path d="M{x + 6.5:0.#},{338 + sag:0.#} L{(x * 0.97) + 6.3:0.#},{416 + (sag * 1.1):0.#}" stroke="#fff" stroke-opacity=".20" stroke-width="4" stroke-linecap="round"/>""");
        }

        s.Add($"""<path d="M-247,338 C-120,364 120,364 247,338" fill="none" stroke="#000" stroke-opacity=".30" stroke-width="6"/><path d="M-238,404 C-120,432 120,432 238,404" fill="none" stroke="{m.Accent()}" stroke-width="11"/>""");
    }

    private static void Collar(SvgSketch s, Materials m)
    {
        const string Band = "M-126,-312 C-126,-326 -114,-334 -104,-326 C-66,-274 66,-274 104,-326 C114,-334 126,-326 126,-312 C82,-226 -82,-226 -126,-312Z";
        s.Add($"""<path d="{Band}" fill="#000" opacity=".32" transform="translate(0,9)"/><path d="{Band}" fill="{s.Sweep(-126, -320, 126, -250, (0, m.Body(0.20)), (0.5, m.Body(0.06)), (1, m.Body(-0.12)))}"/>""");
        var clip = s.Clip($"""<path d="{Band}"/>""");
        s.Add($"""<g clip-path="{clip}">""");
        for (var angle = 12; angle <= 168; angle += 6)
        {
            var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
            s.Add($"""<path d="M{98 * cos:0.#},{-330 + (36 * sin):0.#} L{134 * cos:0.#},{-322 + (84 * sin):0.#}" stroke="#000" stroke-opacity=".22" stroke-width="4.5"/>""");
        }

        s.Add($"""<path d="M-122,-308 C-80,-232 80,-232 122,-308" fill="none" stroke="{m.Accent()}" stroke-width="10" transform="translate(0,-5)"/></g>""");
        s.Add($"""<path d="M-104,-326 C-66,-274 66,-274 104,-326" fill="none" stroke="#fff" stroke-opacity=".42" stroke-width="4"/>""");
    }

    private static SvgSketch Tag(Materials m)
    {
        var s = new SvgSketch();
        s.Add($"""<path d="M104,-300 C150,-250 176,-200 180,-146" fill="none" stroke="{m.Paper(0.95)}" stroke-width="5" stroke-linecap="round"/><g transform="translate(184,-60) rotate(-9)">""");
        s.Add($"""<path d="M-52,-66 L-26,-96 H26 L52,-66 V90 Q52,104 38,104 H-38 Q-52,104 -52,90Z" fill="#000" opacity=".30" transform="translate(7,10)"/>""");
        s.Add($"""<path d="M-52,-66 L-26,-96 H26 L52,-66 V90 Q52,104 38,104 H-38 Q-52,104 -52,90Z" fill="{s.Linear(0, 0, 1, 1, (0, m.Paper(0.99)), (1, m.Paper(0.86)))}"/><circle cy="-70" r="11" fill="{m.Metal(0.55)}"/><circle cy="-70" r="5.5" fill="{m.Paper(0.2)}"/>""");
        s.Add($"""<circle cy="4" r="25" fill="{m.Accent()}"/><path d="M-11,4 L-2,13 L13,-6" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/><path d="M-28,54 H28 M-16,74 H16" stroke="{m.Paper(0.66)}" stroke-width="6" stroke-linecap="round"/></g>""");
        return s;
    }

    private static string Stitches(SvgSketch s, double turn) => s.Texture(16, 13, turn, $"""<path d="M1,1 L8,9 L15,1" fill="none" stroke="#000" stroke-opacity=".17" stroke-width="2.6"/><path d="M1,4.5 L8,12.5 L15,4.5" fill="none" stroke="#fff" stroke-opacity=".13" stroke-width="2.4"/>""");
}
