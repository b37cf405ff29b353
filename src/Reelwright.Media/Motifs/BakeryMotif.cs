using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A croissant on a board before a bag of baguettes, with ears of wheat in front.</summary>
internal sealed class BakeryMotif : Motif
{
    internal override string Name => "bakery";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 398, 490, 66);
        Board(s);
        Loaf(s, -34, -122, -100, 0.86);
        Loaf(s, 190, -104, -74, 0.84);
        Loaf(s, 82, -136, -87, 0.90);
        Bag(s, m);
        s.Add($"""<ellipse cx="-110" cy="336" rx="350" ry="60" fill="{s.Soft(Rgb.Parse("#1d0d03"), 0.85)}"/><g transform="translate(-128,92) scale(.80)">""");
        new Croissant(s, 0, 232).Draw();
        s.Add($"</g>");
        return [Body(s), Front("wheat", Wheat())];
    }

    private static void Board(SvgSketch s)
    {
        var edge = s.Sweep(-460, 0, 460, 0, (0, Materials.Own("#6b4423")), (0.4, Materials.Own("#8f5f33")), (1, Materials.Own("#4a2c14")));
        var top = s.Sweep(-460, 260, 460, 400, (0, Materials.Own("#d8a870")), (0.5, Materials.Own("#bd8751")), (1, Materials.Own("#9a6537")));
        s.Add($"""<ellipse cy="346" rx="462" ry="86" fill="{edge}"/><ellipse cy="324" rx="462" ry="86" fill="{top}"/>""");
        var clip = s.Clip($"""<ellipse cy="324" rx="462" ry="86"/>""");
        s.Add($"""<g clip-path="{clip}" fill="none" stroke="#6b4120" stroke-opacity=".30">""");
        for (var i = 0; i < 11; i++)
        {
            var y = 246 + (i * 15.5);
            s.Add($"""<path d="M-470,{y:0.#} C-200,{y - 12 + (i % 3 * 8):0.#} 160,{y + 14 - (i % 4 * 7):0.#} 470,{y - 4:0.#}" stroke-width="{1.6 + (i % 3):0.#}"/>""");
        }

        s.Add($"""</g><ellipse cy="323" rx="460" ry="84" fill="none" stroke="#ffe9c8" stroke-opacity=".55" stroke-width="3"/>""");
    }

    /// <summary>Kraft paper, creased, with a band and an ear of wheat on it.</summary>
    private static void Bag(SvgSketch s, Materials m)
    {
        const string Paper = "M-126,-24 L-92,-10 L-58,-28 L-20,-8 L20,-26 L60,-8 L104,-28 L146,-8 L188,-26 L226,-10 L262,-26 L276,330 Q76,356 -116,330Z";
        var kraft = s.Sweep(-126, 0, 276, 60, (0, Materials.Own("#a97845")), (0.10, Materials.Own("#d7ab74")), (0.34, Materials.Own("#e6c08c")), (0.62, Materials.Own("#cd9e66")), (0.90, Materials.Own("#a87743")), (1, Materials.Own("#7f552b")));
        s.Add($"""<path d="M-122,-30 Q70,24 258,-30 L262,60 H-124Z" fill="#2b1405" opacity=".45"/><path d="{Paper}" fill="{kraft}"/>""");
        var clip = s.Clip($"""<path d="{Paper}"/>""");
        s.Add($"""<g clip-path="{clip}"><path d="M-60,-30 L-20,340 M214,-30 L196,340" stroke="#6f4820" stroke-opacity=".35" stroke-width="4"/>""");
        s.Add($"""<path d="M-56,-30 L-16,340 M218,-30 L200,340" stroke="#fff" stroke-opacity=".30" stroke-width="3"/>""");
        s.Add($"""<path d="M20,-20 L70,120 L-30,240Z M150,340 L190,160 L270,260Z" fill="#fff" opacity=".07"/>""");
        s.Add($"""<path d="M-140,86 H290 V172 H-140Z" fill="{s.Sweep(-126, 0, 276, 0, (0, m.Body(-0.10)), (0.35, m.Body(0.08)), (0.7, m.Body(-0.02)), (1, m.Body(-0.18)))}"/>""");
        s.Add($"""<ellipse cx="76" cy="330" rx="260" ry="80" fill="{s.Soft(Rgb.Parse("#2b1405"), 0.55)}"/></g>""");
        s.Add($"""<path d="M-126,-24 L-92,-10 L-58,-28 L-20,-8 L20,-26 L60,-8 L104,-28 L146,-8 L188,-26 L226,-10 L262,-26" fill="none" stroke="#fbe3bd" stroke-opacity=".9" stroke-width="3.5"/>""");
    }

    private static void Loaf(SvgSketch s, double x, double y, double degrees, double scale)
    {
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees}) scale({scale})">""");
        Baguette(s);
        s.Add($"</g>");
    }

    /// <summary>Lies along x, 800 long.</summary>
    private static void Baguette(SvgSketch s)
    {
        const string Crust = "M-392,0 C-396,-48 -330,-84 -230,-90 C-80,-98 120,-98 250,-88 C340,-80 398,-44 394,2 C398,46 336,80 240,86 C100,94 -100,94 -240,86 C-336,80 -396,46 -392,0Z";
        var crust = s.Sweep(0, -96, 0, 94, (0, Materials.Own("#8a4a17")), (0.12, Materials.Own("#c77b2e")), (0.34, Materials.Own("#eab467")), (0.52, Materials.Own("#d8923f")), (0.78, Materials.Own("#a75d1f")), (1, Materials.Own("#6b3410")));
        var ends = s.Sweep(-394, 0, 394, 0, (0, Rgb.Parse("#4a2108"), 0.75), (0.16, Rgb.Parse("#4a2108"), 0), (0.84, Rgb.Parse("#4a2108"), 0), (1, Rgb.Parse("#4a2108"), 0.75));
        s.Add($"""<path d="{Crust}" fill="{crust}"/><path d="{Crust}" fill="{ends}"/>""");
        for (var i = 0; i < 5; i++)
        {
            s.Add($"""<g transform="translate({-268 + (i * 134)},-8) rotate(-24)"><path d="M-84,10 C-50,-34 40,-42 88,-12 C50,16 -40,34 -84,10Z" fill="#7d3f12"/>""");
            s.Add($"""<path d="M-78,10 C-46,-20 38,-30 82,-10 C46,14 -38,30 -78,10Z" fill="{s.Linear(0, 0, 0.3, 1, (0, Materials.Own("#fff0cf")), (0.5, Materials.Own("#f3d193")), (1, Materials.Own("#d79b4c")))}"/>""");
            s.Add($"""<path d="M-84,8 C-50,-36 40,-44 88,-14" fill="none" stroke="#f8c578" stroke-opacity=".8" stroke-width="5" stroke-linecap="round"/>""");
            s.Add($"""<path d="M-52,8 C-20,-8 30,-12 58,-6 M-36,14 C-10,4 20,0 40,2" fill="none" stroke="#c98d43" stroke-opacity=".5" stroke-width="3"/></g>""");
        }

        s.Add($"""<path d="M-300,-66 C-150,-82 140,-82 290,-66" fill="none" stroke="#fff1d6" stroke-opacity=".35" stroke-width="9" stroke-linecap="round"/>""");
        (int X, int Y, int Width)[] flour =
        [
            (-300, -20, 30), (-196, 52, 44), (-70, 58, 30), (70, 56, 50), (210, 50, 36), (320, -10, 28), (-120, -64, 36), (150, -62, 34),
        ];
        foreach (var (x, y, width) in flour)
        {
            s.Add($"""<ellipse cx="{x}" cy="{y}" rx="{width}" ry="12" fill="{s.Soft(Rgb.White, 0.55)}"/>""");
        }
    }

    private static SvgSketch Wheat()
    {
        var s = new SvgSketch();
        Ear(s, -352, 452, 66);
        Ear(s, -250, 474, 80);
        return s;
    }

    private static void Ear(SvgSketch s, double x, double y, double degrees)
    {
        var grain = s.Linear(0, 0, 1, 1, (0, Materials.Own("#fbe3a2")), (0.5, Materials.Own("#dcab52")), (1, Materials.Own("#a9742a")));
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees}) scale(1.05)">""");
        s.Add($"""<path d="M0,160 C-6,60 4,-60 0,-190" fill="none" stroke="#c99643" stroke-width="6" stroke-linecap="round"/>""");
        for (var i = 0; i < 6; i++)
        {
            var at = -40 - (i * 27);
            s.Add($"""<path d="M-4,{at} L-52,{at - 96} M4,{at - 12} L52,{at - 108}" stroke="#e2b865" stroke-width="2" fill="none"/>""");
            s.Add($"""<ellipse cx="-15" cy="{at}" rx="11" ry="24" fill="{grain}" transform="rotate(-26 -15 {at})"/>""");
            s.Add($"""<ellipse cx="15" cy="{at - 12}" rx="11" ry="24" fill="{grain}" transform="rotate(26 15 {at - 12})"/>""");
        }

        s.Add($"""<ellipse cx="0" cy="-214" rx="11" ry="25" fill="{grain}"/></g>""");
    }
}
