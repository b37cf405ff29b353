using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A ceramic cup of coffee with a poured leaf, on its saucer with two beans; steam in front.</summary>
internal sealed class CoffeeMotif : Motif
{
    internal override string Name => "coffee";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 402, 470, 74);
        Saucer(s, m);
        Handle(s, m);
        Cup(s, m);
        Coffee(s);
        Bean(s, -300, 322, 1.0, -18);
        Bean(s, -232, 356, 0.9, 34);
        return [Body(s), Front("steam", Steam(), catchesLight: false)];
    }

    private static void Saucer(SvgSketch s, Materials m)
    {
        var glaze = s.Linear(0, 0, 1, 0.25, (0, m.Body(0.22)), (0.3, m.Body(0.30)), (0.55, m.Body(0.12)), (0.85, m.Body(0.02)), (1, m.Body(-0.10)));
        var rim = s.Linear(0, 0, 1, 0, (0, m.Body(0.02)), (0.6, m.Body(-0.10)), (1, m.Body(-0.22)));
        s.Add($"""<ellipse cy="352" rx="430" ry="88" fill="{rim}"/><ellipse cy="340" rx="430" ry="86" fill="{glaze}"/>""");
        s.Add($"""<ellipse cy="340" rx="428" ry="84" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="3"/>""");
        var well = s.Linear(0, 0, 1, 0.4, (0, m.Body(-0.08)), (0.5, m.Body(0.06)), (1, m.Body(0.26)));
        s.Add($"""<ellipse cy="336" rx="292" ry="54" fill="{well}"/>""");
        s.Add($"""<ellipse cx="34" cy="340" rx="300" ry="56" fill="{s.Soft(m.Shadow, 0.75)}"/>""");
    }

    private static void Handle(SvgSketch s, Materials m)
    {
        var dark = s.Sweep(240, 0, 430, 60, (0, m.Body(-0.16)), (0.6, m.Body(-0.02)), (1, m.Body(-0.20)));
        var light = s.Sweep(240, -60, 420, 180, (0, m.Body(0.24)), (0.45, m.Body(0.14)), (1, m.Body(-0.05)));
        s.Add($"""<path d="M258,-18 C420,-66 446,150 208,186" fill="none" stroke="{dark}" stroke-width="54" stroke-linecap="round"/>""");
        s.Add($"""<path d="M256,-24 C414,-70 436,142 206,178" fill="none" stroke="{light}" stroke-width="34" stroke-linecap="round"/>""");
        s.Add($"""<path d="M276,-38 C352,-52 392,-12 392,46" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="7" stroke-linecap="round"/>""");
    }

    private static void Cup(SvgSketch s, Materials m)
    {
        const string Wall = "M-292,-96 C-290,120 -214,300 -112,338 C-60,352 60,352 112,338 C214,300 290,120 292,-96Z";
        var glaze = s.Sweep(-292, 0, 292, 60,
            (0, m.Body(0.00)), (0.07, m.Body(0.16)), (0.22, m.Body(0.30)), (0.42, m.Body(0.14)), (0.70, m.Body(-0.04)), (0.92, m.Body(-0.18)), (1, m.Body(-0.08)));
        var fall = s.Sweep(0, -96, 0, 346, (0, m.Shadow, 0), (0.6, m.Shadow, 0.05), (1, m.Shadow, 0.42));
        s.Add($"""<path d="{Wall}" fill="{glaze}"/><path d="{Wall}" fill="{fall}"/>""");

        // A window's reflection, bent by the wall.
        var gloss = s.Sweep(0, -40, 0, 250, (0, Rgb.White, 0.85), (0.7, Rgb.White, 0.22), (1, Rgb.White, 0));
        s.Add($"""<path d="M-240,-22 C-232,110 -196,208 -150,262 L-126,250 C-166,196 -196,104 -200,-12 C-214,-14 -228,-18 -240,-22Z" fill="{gloss}"/>""");
        s.Add($"""<path d="M-180,-6 C-176,86 -158,158 -134,208" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="8" stroke-linecap="round"/>""");
        s.Add($"""<path d="M270,30 C256,150 216,252 150,306" fill="none" stroke="{m.Rim}" stroke-opacity=".5" stroke-width="7" stroke-linecap="round"/>""");
    }

    private static void Coffee(SvgSketch s)
    {
        var lip = s.Sweep(-292, -150, 292, -40, (0, Rgb.White), (0.5, Rgb.Parse("#f3ece4")), (1, Rgb.Parse("#d9cbbd")));
        s.Add($"""<ellipse cy="-96" rx="292" ry="84" fill="{lip}"/>""");
        var inside = s.Linear(0, 0, 1, 0, (0, Rgb.Parse("#b9a48f")), (0.5, Rgb.Parse("#e9dccb")), (1, Rgb.Parse("#fffaf2")));
        s.Add($"""<ellipse cy="-93" rx="270" ry="73" fill="{inside}"/>""");
        var clip = s.Clip($"""<ellipse cy="-93" rx="270" ry="73"/>""");
        var crema = s.Radial(0.46, 0.45, 0.56, (0, Rgb.Parse("#a9672f")), (0.55, Rgb.Parse("#8a4d20")), (0.86, Rgb.Parse("#5c2f12")), (1, Rgb.Parse("#b8783c")));
        s.Add($"""<g clip-path="{clip}"><ellipse cy="-80" rx="262" ry="68" fill="{crema}"/>""");
        Leaf(s);
        s.Add($"""<path d="M-236,-84 A246,62 0 0 1 40,-146" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="6" stroke-linecap="round"/></g>""");
        s.Add($"""<ellipse cy="-96" rx="290" ry="82" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="3"/>""");
    }

    /// <summary>Poured milk: chevrons in a leaf, seen at the angle of the cup.</summary>
    private static void Leaf(SvgSketch s)
    {
        var milk = s.Linear(0, 0, 0.6, 1, (0, Rgb.Parse("#fff4e2")), (1, Rgb.Parse("#f0d3ab")));
        s.Add($"""<g transform="translate(-4,-80) scale(1,.30) rotate(-24)" fill="none" stroke="{milk}" stroke-linecap="round" stroke-linejoin="round">""");
        for (var i = 0; i < 5; i++)
        {
            var y = 128 - (i * 56);
            var half = 142 - (Math.Abs(i - 1.2) * 24);
            s.Add($"""<path d="M{-half:0.#},{y - 78:0.#} C{-half * 0.9:0.#},{y - 20:0.#} {-half * 0.4:0.#},{y + 4:0.#} 0,{y + 10:0.#} C{half * 0.4:0.#},{y + 4:0.#} {half * 0.9:0.#},{y - 20:0.#} {half:0.#},{y - 78:0.#}" stroke-width="{40 - (i * 3):0.#}"/>""");
        }

        s.Add($"""<path d="M0,-190 C-46,-214 -38,-262 -14,-250 C-4,-246 0,-236 0,-228 C0,-236 4,-246 14,-250 C38,-262 46,-214 0,-190Z" fill="{milk}" stroke-width="8"/>""");
        s.Add($"""<path d="M0,-180 L0,176" stroke-width="10"/></g>""");
    }

    private static void Bean(SvgSketch s, double x, double y, double scale, double degrees)
    {
        var skin = s.Radial(0.36, 0.28, 0.85, (0, Rgb.Parse("#9a6134")), (0.45, Rgb.Parse("#5b3013")), (1, Rgb.Parse("#231006")));
        s.Add($"""<ellipse cx="{x + 6}" cy="{y + 24}" rx="{62 * scale:0.#}" ry="16" fill="{s.Soft(Rgb.Parse("#1a0c04"), 0.8)}"/>""");
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees}) scale({scale})"><ellipse rx="52" ry="33" fill="{skin}"/>""");
        s.Add($"""<path d="M-50,4 C-28,-16 -10,12 8,2 S36,-10 50,-4" fill="none" stroke="#1c0b03" stroke-width="6" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-48,9 C-27,-9 -10,18 9,8 S36,-4 48,2" fill="none" stroke="#b98252" stroke-opacity=".55" stroke-width="2.5" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="-14" cy="-18" rx="22" ry="6" fill="#ffe2c2" opacity=".45" transform="rotate(-8 -14 -18)"/></g>""");
    }

    private static SvgSketch Steam()
    {
        var s = new SvgSketch();
        var fade = s.Sweep(0, -150, 0, -500, (0, Rgb.White, 0), (0.3, Rgb.White, 0.50), (0.7, Rgb.White, 0.26), (1, Rgb.White, 0));
        s.Add($"""<g fill="none" stroke="{fade}" stroke-linecap="round" filter="{s.Blur(11)}">""");
        s.Add($"""<path d="M-100,-150 C-176,-230 -36,-286 -104,-366 S-76,-462 -60,-490" stroke-width="26"/>""");
        s.Add($"""<path d="M6,-160 C-64,-246 92,-300 16,-388 S30,-474 52,-496" stroke-width="34"/>""");
        s.Add($"""<path d="M116,-150 C56,-226 178,-276 118,-352 S138,-440 156,-470" stroke-width="24"/></g>""");
        return s;
    }
}
