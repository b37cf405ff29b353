using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A matcha latte in a glass, green running down into milk, beside its bamboo whisk; tea leaves in front.</summary>
internal sealed class TeaMotif : Motif
{
    private const string Glass = "M-350,-318 C-340,-60 -318,200 -300,372 Q-296,404 -262,410 C-170,424 -50,424 42,410 Q76,404 80,372 C98,200 120,-60 130,-318Z";
    private const string Inside = "M-330,-236 C-322,-40 -302,180 -286,330 Q-282,356 -252,362 C-170,374 -50,374 32,362 Q62,356 66,330 C82,180 102,-40 110,-236Z";

    private static readonly Rgb Matcha = Rgb.Parse("#7fa83a");

    internal override string Name => "tea";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, -70, 424, 400, 58);
        Whisk(s, m);
        BackWall(s);
        Drink(s);
        FrontWall(s, m);
        return [Body(s), Front("leaves", Leaves())];
    }

    private static void BackWall(SvgSketch s)
    {
        var wall = s.Sweep(-350, 0, 130, 0, (0, Rgb.White, 0.42), (0.12, Rgb.White, 0.16), (0.5, Rgb.White, 0.10), (0.88, Rgb.White, 0.16), (1, Rgb.White, 0.36));
        s.Add($"""<path d="{Glass}" fill="{wall}"/><ellipse cx="-110" cy="-318" rx="240" ry="54" fill="#fff" fill-opacity=".16"/>""");
    }

    private static void Drink(SvgSketch s)
    {
        var clip = s.Clip($"""<path d="{Inside}"/>""");
        var layers = s.Sweep(0, -240, 0, 370,
            (0, Materials.Own("#6f9a2e")), (0.34, Materials.Own("#86ad45")), (0.50, Materials.Own("#aac573")), (0.64, Materials.Own("#dfe3b9")), (0.78, Materials.Own("#f8f3e2")), (1, Materials.Own("#efe6d0")));
        s.Add($"""<g clip-path="{clip}"><path d="{Inside}" fill="{layers}"/>""");
        var soft = s.Blur(12);

        // Where the tea was poured it sinks in threads, and milk rises between them.
        s.Add($"""<g filter="{soft}">""");
        s.Add($"""<path d="M-330,40 C-290,150 -262,96 -240,40 C-222,190 -190,210 -170,70 C-150,30 -128,150 -104,190 C-86,120 -66,40 -40,80 C-16,240 22,160 34,50 C52,120 78,110 110,30 V-120 H-330Z" fill="{Matcha}" opacity=".55"/>""");
        s.Add($"""<path d="M-300,120 C-270,40 -262,10 -252,-40 C-236,20 -226,60 -208,130 M-150,150 C-136,60 -126,20 -112,-50 C-98,20 -84,70 -66,130 M0,150 C14,70 22,40 34,-10" fill="none" stroke="#fbf6e4" stroke-width="15" opacity=".65"/>""");
        s.Add($"""</g>""");
        Ice(s, -236, -150, 12);
        Ice(s, -96, -128, -14);
        Ice(s, 24, -158, 24);
        var sides = s.Sweep(-330, 0, 110, 0, (0, Rgb.Black, 0.34), (0.09, Rgb.Black, 0.06), (0.3, Rgb.White, 0.16), (0.55, Rgb.White, 0), (0.9, Rgb.Black, 0.10), (1, Rgb.Black, 0.38));
        s.Add($"""<path d="{Inside}" fill="{sides}"/></g>""");
        var foam = s.Radial(0.42, 0.36, 0.72, (0, Materials.Own("#cfe08f")), (0.5, Materials.Own("#a6c65a")), (0.88, Materials.Own("#86aa3c")), (1, Materials.Own("#d8e6a6")));
        s.Add($"""<ellipse cx="-110" cy="-236" rx="220" ry="47" fill="{foam}"/>""");
        s.Add($"""<ellipse cx="-110" cy="-238" rx="216" ry="44" fill="none" stroke="#f3f8d8" stroke-opacity=".75" stroke-width="4"/>""");
        (int X, int Y, int R)[] bubbles = [(-236, -230, 8), (-214, -222, 5), (-30, -214, 7), (-8, -222, 4), (-150, -262, 5), (20, -240, 6), (-100, -212, 4)];
        foreach (var (x, y, r) in bubbles)
        {
            s.Add($"""<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * 0.6:0.#}" fill="#eef5cf" fill-opacity=".5" stroke="#fff" stroke-opacity=".7" stroke-width="1.2"/>""");
        }

        s.Add($"""<path d="M-110,-216 C-176,-228 -170,-258 -134,-254 C-118,-252 -110,-245 -110,-241 C-110,-245 -102,-252 -86,-254 C-50,-258 -44,-228 -110,-216Z" fill="#f6f6dc" opacity=".92"/>""");
    }

    private static void Ice(SvgSketch s, double x, double y, double degrees)
    {
        var cube = s.Linear(0, 0, 1, 1, (0, Rgb.White, 0.55), (0.5, Rgb.White, 0.12), (1, Rgb.White, 0.34));
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees})">""");
        s.Add($"""<rect x="-52" y="-48" width="104" height="96" rx="22" fill="{cube}" stroke="#fff" stroke-opacity=".45" stroke-width="3"/>""");
        s.Add($"""<path d="M-36,20 C-38,-18 -26,-34 8,-34" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="6" stroke-linecap="round"/></g>""");
    }

    private static void FrontWall(SvgSketch s, Materials m)
    {
        var foot = s.Sweep(0, 350, 0, 420, (0, Rgb.White, 0.05), (0.4, Rgb.White, 0.50), (0.7, Materials.Own("#dfe8c8"), 0.35), (1, Rgb.White, 0.75));
        s.Add($"""<path d="M-290,352 C-170,384 -50,384 70,352 L80,372 Q76,404 42,410 C-50,424 -170,424 -262,410 Q-296,404 -300,372Z" fill="{foot}"/>""");
        var edge = m.IsLight ? m.Shadow : Rgb.White;
        s.Add($"""<path d="{Glass}" fill="none" stroke="{edge}" stroke-opacity="{(m.IsLight ? 0.22 : 0.50)}" stroke-width="3.5"/>""");
        var gloss = s.Sweep(0, -300, 0, 340, (0, Rgb.White, 0.85), (0.5, Rgb.White, 0.40), (1, Rgb.White, 0.05));
        s.Add($"""<path d="M-318,-268 C-312,-60 -294,150 -276,318 L-246,324 C-264,150 -280,-60 -284,-262Z" fill="{gloss}"/>""");
        s.Add($"""<path d="M-266,-258 C-262,-60 -248,120 -234,250" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="9" stroke-linecap="round"/>""");
        s.Add($"""<path d="M98,-250 C90,-60 74,140 60,300" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="9" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="-110" cy="-318" rx="238" ry="53" fill="none" stroke="{edge}" stroke-opacity="{(m.IsLight ? 0.30 : 0.35)}" stroke-width="9"/>""");
        s.Add($"""<ellipse cx="-110" cy="-320" rx="238" ry="53" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="4"/>""");
    }

    private static void Whisk(SvgSketch s, Materials m)
    {
        GroundShadow(s, m, 292, 404, 150, 30);
        var bamboo = s.Sweep(236, 0, 344, 0, (0, Materials.Own("#a9834a")), (0.25, Materials.Own("#f0d9a6")), (0.5, Materials.Own("#dcbb7c")), (0.85, Materials.Own("#a67d43")), (1, Materials.Own("#7c5a2c")));
        for (var i = -9; i <= 9; i++)
        {
            var shade = Materials.Own("#d9b877", (0.10 * Math.Cos(i * 0.32)) - (Math.Abs(i % 2) * 0.13) - 0.02);
            s.Add($"""<path d="M{290 + (i * 5)},196 C{290 + (i * 11.6):0.#},262 {290 + (i * 11.2):0.#},330 {290 + (i * 8.2):0.#},398" fill="none" stroke="{shade}" stroke-width="7" stroke-linecap="round"/>""");
        }

        s.Add($"""<ellipse cx="290" cy="20" rx="50" ry="13" fill="#b88f54"/>""");
        s.Add($"""<path d="M240,20 C244,80 238,140 242,204 Q290,222 338,204 C342,140 336,80 340,20 A50,13 0 0 1 240,20Z" fill="{bamboo}"/>""");
        s.Add($"""<ellipse cx="290" cy="20" rx="50" ry="12" fill="#ecd5a2"/><ellipse cx="290" cy="20" rx="34" ry="7" fill="#a27a43"/>""");
        s.Add($"""<path d="M241,104 Q290,120 339,104" fill="none" stroke="#8d6734" stroke-opacity=".6" stroke-width="4"/>""");
        s.Add($"""<path d="M240,186 Q290,206 340,186 M240,196 Q290,216 340,196 M241,206 Q290,226 339,206" fill="none" stroke="{m.Body(-0.10)}" stroke-width="7"/>""");
    }

    private static SvgSketch Leaves()
    {
        var s = new SvgSketch();
        Leaf(s, -372, 372, -28, 1.0);
        Leaf(s, -262, 434, 14, 0.74);
        Leaf(s, 336, -262, -52, 0.72);
        return s;
    }

    private static void Leaf(SvgSketch s, double x, double y, double degrees, double scale)
    {
        var skin = s.Linear(0, 0, 1, 1, (0, Materials.Own("#a9cf5e")), (0.5, Materials.Own("#5f9136")), (1, Materials.Own("#2f5a22")));
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees}) scale({scale})"><path d="M-118,8 C-70,-62 40,-66 118,-12 C50,44 -60,58 -118,8Z" fill="{skin}"/>""");
        s.Add($"""<path d="M-118,8 C-70,-62 40,-66 118,-12 C40,-22 -50,-16 -118,8Z" fill="#fff" opacity=".16"/>""");
        s.Add($"""<path d="M-140,16 C-60,-10 30,-18 112,-12" fill="none" stroke="#e4f1b8" stroke-opacity=".8" stroke-width="4" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-60,-6 L-30,-36 M-10,-13 L24,-42 M40,-16 L66,-34 M-60,-4 L-26,30 M-8,-11 L24,22 M40,-14 L62,6" stroke="#e4f1b8" stroke-opacity=".4" stroke-width="2.5" fill="none"/>""");
        s.Add($"""</g>""");
    }
}
