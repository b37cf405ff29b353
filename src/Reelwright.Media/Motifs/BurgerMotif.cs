using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A burger: sesame bun, lettuce, tomato, melting cheese, grilled patty.</summary>
internal sealed class BurgerMotif : Motif
{
    internal override string Name => "burger";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 372, 480, 60);
        BottomBun(s);
        Patty(s);
        Cheese(s);
        Tomato(s);
        Lettuce(s);
        TopBun(s);
        return [Body(s)];
    }

    private static void BottomBun(SvgSketch s)
    {
        var crust = s.Sweep(-400, 250, 400, 370, (0, Materials.Own("#e3a458")), (0.3, Materials.Own("#f0bd74")), (0.65, Materials.Own("#cf873c")), (1, Materials.Own("#8f5220")));
        s.Add($"""<path d="M-398,252 H398 C410,330 350,372 250,376 C90,384 -90,384 -250,376 C-350,372 -410,330 -398,252Z" fill="{crust}"/>""");
        s.Add($"""<path d="M-398,254 C-200,282 200,282 398,254 L396,280 C200,304 -200,304 -396,280Z" fill="#fff0cd" opacity=".9"/>""");
        s.Add($"""<path d="M-360,318 C-320,346 -220,354 -120,358" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="9" stroke-linecap="round"/>""");
    }

    private static void Patty(SvgSketch s)
    {
        var meat = s.Sweep(0, 150, 0, 290, (0, Materials.Own("#7b4526")), (0.4, Materials.Own("#56290f")), (1, Materials.Own("#2b1206")));
        s.Add($"""<path d="M-420,190 C-440,150 -400,140 -340,146 H340 C400,140 440,150 420,190 C436,232 420,270 372,272 C300,286 240,272 160,284 C60,292 -60,276 -160,286 C-240,276 -320,286 -372,272 C-420,268 -436,232 -420,190Z" fill="{meat}"/>""");
        (int X, int Y, int R)[] crumbs =
        [
            (-350, 222, 17), (-290, 248, 12), (-230, 224, 19), (-150, 250, 14), (-80, 226, 16), (-10, 252, 18), (70, 228, 14), (140, 250, 17),
            (216, 226, 15), (286, 248, 18), (352, 224, 14),
        ];
        foreach (var (x, y, r) in crumbs)
        {
            s.Add($"""<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * 0.6:0.#}" fill="#8d5430" opacity=".55"/>""");
            s.Add($"""<ellipse cx="{x - 3}" cy="{y - 4}" rx="{r * 0.5:0.#}" ry="{r * 0.22:0.#}" fill="#d59c6d" opacity=".6"/>""");
            s.Add($"""<ellipse cx="{x + 24}" cy="{y + 8}" rx="{r * 0.7:0.#}" ry="{r * 0.36:0.#}" fill="#1c0a02" opacity=".45"/>""");
        }
    }

    private static void Cheese(SvgSketch s)
    {
        var melt = s.Sweep(0, 120, 0, 270, (0, Materials.Own("#ffd257")), (0.5, Materials.Own("#ffb820")), (1, Materials.Own("#ee9406")));
        const string Slice = "M-432,140 H432 C420,164 390,168 352,170 C336,184 332,226 306,230 C282,232 286,188 258,180 C200,166 120,184 60,206 C20,222 14,268 -16,270 C-44,270 -40,218 -76,200 C-140,172 -200,170 -250,176 C-276,182 -280,212 -300,214 C-322,214 -322,180 -352,170 C-396,166 -424,160 -432,140Z";
        s.Add($"""<path d="{Slice}" fill="#2b1206" opacity=".35" transform="translate(0,10)"/><path d="{Slice}" fill="{melt}"/>""");
        s.Add($"""<path d="M-20,206 C-24,226 -22,246 -16,256 M302,186 C300,200 300,212 304,220 M-400,152 H-120" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="6" stroke-linecap="round"/>""");
    }

    private static void Tomato(SvgSketch s)
    {
        foreach (var x in (ReadOnlySpan<int>)[-236, 4, 240])
        {
            var flesh = s.Linear(0, 0, 0, 1, (0, Materials.Own("#ff7a5c")), (0.35, Materials.Own("#e8372a")), (1, Materials.Own("#a3150f")));
            s.Add($"""<rect x="{x - 142}" y="84" width="284" height="58" rx="27" fill="{flesh}"/>""");
            s.Add($"""<path d="M{x - 112},98 H{x + 80}" stroke="#fff" stroke-opacity=".6" stroke-width="6" stroke-linecap="round"/>""");
        }
    }

    private static void Lettuce(SvgSketch s)
    {
        var back = s.Sweep(0, 30, 0, 130, (0, Materials.Own("#6fae2e")), (1, Materials.Own("#3c7a18")));
        var leaf = s.Sweep(0, 20, 0, 122, (0, Materials.Own("#b7e35c")), (0.5, Materials.Own("#8cc83c")), (1, Materials.Own("#5a9a24")));
        s.Add($"""<path d="M-446,60 C-440,120 -400,84 -372,112 C-340,140 -318,94 -284,116 C-250,142 -224,96 -190,116 C-150,142 -130,98 -92,118 C-54,142 -30,98 8,118 C44,140 70,96 106,116 C146,140 166,96 204,118 C240,138 262,94 298,114 C336,138 350,90 384,110 C412,120 440,104 446,60Z" fill="{back}"/>""");
        s.Add($"""<path d="M-452,42 C-448,98 -414,64 -386,88 C-356,116 -330,70 -300,90 C-262,116 -240,70 -206,92 C-168,118 -146,74 -110,92 C-70,116 -50,74 -12,94 C26,116 48,72 86,92 C124,116 146,72 182,92 C220,116 244,70 280,90 C316,114 340,68 372,86 C408,104 446,96 452,42Z" fill="{leaf}"/>""");
        s.Add($"""<path d="M-430,62 C-410,72 -396,66 -384,76 M-330,74 C-316,72 -308,72 -298,80 M-236,76 C-222,72 -214,74 -204,82 M-40,80 C-26,78 -18,80 -10,84 M150,78 C164,76 172,78 182,82 M340,72 C354,70 364,70 374,76" fill="none" stroke="#eaffb4" stroke-opacity=".8" stroke-width="5" stroke-linecap="round"/>""");
    }

    private static void TopBun(SvgSketch s)
    {
        const string Dome = "M-424,44 C-446,-170 -250,-300 0,-300 C250,-300 446,-170 424,44 C424,66 400,70 370,70 H-370 C-400,70 -424,66 -424,44Z";
        var crust = s.Spot(-150, -190, 640, (0, Materials.Own("#ffd694")), (0.22, Materials.Own("#f1b45e")), (0.5, Materials.Own("#d98b38")), (0.8, Materials.Own("#ad5f1e")), (1, Materials.Own("#74390f")));
        var clip = s.Clip($"""<path d="{Dome}"/>""");
        s.Add($"""<path d="{Dome}" fill="{crust}"/><g clip-path="{clip}"><ellipse cx="0" cy="82" rx="430" ry="70" fill="{s.Soft(Rgb.Parse("#4b2207"), 0.6)}"/>""");
        s.Add($"""<ellipse cx="-170" cy="-180" rx="170" ry="70" fill="{s.Soft(Rgb.White, 0.75)}" transform="rotate(-24 -170 -180)"/></g>""");
        (int X, int Y, int Turn)[] seeds =
        [
            (-270, -90, -50), (-210, -160, -30), (-150, -80, 20), (-120, -220, -20), (-60, -140, 40), (-20, -246, 8), (20, -60, -30),
            (50, -180, -16), (110, -230, 30), (120, -110, 22), (190, -170, 50), (220, -60, -12), (280, -110, 40), (-330, -10, -40),
            (-230, -10, 30), (-90, 0, -18), (150, -8, 46), (310, -20, 20), (-10, -6, 60),
        ];
        foreach (var (x, y, turn) in seeds)
        {
            s.Add($"""<g transform="translate({x},{y}) rotate({turn})"><ellipse cx="2" cy="5" rx="21" ry="12" fill="#6d360d" opacity=".55"/>""");
            s.Add($"""<path d="M-21,0 C-14,-14 12,-13 22,0 C12,13 -14,13 -21,0Z" fill="#fff3d4"/>""");
            s.Add($"""<path d="M-14,-3 C-8,-8 4,-8 12,-4" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></g>""");
        }
    }
}
