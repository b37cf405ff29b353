using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A wooden crate heaped with fruit: pineapple, bananas, pears, oranges, apples, lemons; grapes hang over its front.</summary>
internal sealed class GroceryMotif : Motif
{
    internal override string Name => "grocery";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 434, 480, 50);
        s.Add($"""<path d="M-392,96 H392 L420,160 H-420Z" fill="#2b180a"/>""");
        FruitShapes.Pineapple(s, -40, -120, -10);
        FruitShapes.Bananas(s, 196, -60);
        FruitShapes.Leaves(s, -356, -24);
        FruitShapes.Pear(s, -190, -20, -12);
        FruitShapes.Apple(s, 76, 6, 96, "#e0392f", 8);
        FruitShapes.Citrus(s, -68, 52, 92, "#ff9526");
        FruitShapes.Citrus(s, 218, 66, 82, "#ff9526");
        FruitShapes.Apple(s, -250, 92, 92, "#d92b36", -12);
        FruitShapes.Lemon(s, 334, 96, 24);
        FruitShapes.Apple(s, 84, 116, 80, "#8cc63f", 4);
        FruitShapes.Citrus(s, -372, 110, 58, "#ffb02e");
        s.Add($"""<rect x="-400" y="112" width="800" height="60" fill="{s.Sweep(0, 112, 0, 158, (0, Rgb.Black, 0), (1, Rgb.Black, 0.60))}"/>""");
        Crate(s, m);
        return [Body(s), Front("grapes", Grapes())];
    }

    private static void Crate(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M-424,150 H424 L404,424 H-404Z" fill="#3a210e"/>""");
        for (var i = 0; i < 3; i++)
        {
            var (y, inset) = (150 + (i * 94), i * 7);
            var (left, right) = (-428 + inset, 428 - inset);
            var plank = s.Sweep(left, y, right, y + 90, (0, Materials.Own("#edc088")), (0.35, Materials.Own("#d9a263")), (0.75, Materials.Own("#bb8145")), (1, Materials.Own("#93602f")));
            s.Add($"""<rect x="{left}" y="{y}" width="{right - left}" height="84" rx="8" fill="{plank}"/>""");
            var clip = s.Clip($"""<rect x="{left}" y="{y}" width="{right - left}" height="84" rx="8"/>""");
            s.Add($"""<g clip-path="{clip}" fill="none" stroke="#6b3f17" stroke-opacity=".32" stroke-width="3">""");
            s.Add($"""<path d="M-440,{y + 18} C-260,{y + 8} -60,{y + 30} 120,{y + 16} S360,{y + 24} 440,{y + 14}"/><path d="M-440,{y + 40} C-330,{y + 44} -300,{y + 30} -230,{y + 36} S-60,{y + 52} 60,{y + 40} S330,{y + 50} 440,{y + 38}"/>""");
            s.Add($"""<path d="M-440,{y + 64} C-200,{y + 54} 20,{y + 76} 200,{y + 62} S400,{y + 70} 440,{y + 62}"/><ellipse cx="{-150 + (i * 190)}" cy="{y + 38}" rx="26" ry="10"/><ellipse cx="{-150 + (i * 190)}" cy="{y + 38}" rx="13" ry="5" fill="#6b3f17" fill-opacity=".5"/></g>""");
            s.Add($"""<path d="M{left + 8},{y + 3} H{right - 8}" stroke="#fff" stroke-opacity=".55" stroke-width="4" stroke-linecap="round"/><path d="M{left + 6},{y + 82} H{right - 6}" stroke="#000" stroke-opacity=".28" stroke-width="5" stroke-linecap="round"/>""");
        }

        foreach (var x in (ReadOnlySpan<int>)[-392, 326])
        {
            var post = s.Linear(0, 0, 1, 0, (0, Materials.Own("#f2c994")), (0.5, Materials.Own("#cf9757")), (1, Materials.Own("#9a6533")));
            s.Add($"""<rect x="{x + 5}" y="146" width="66" height="286" rx="8" fill="#000" opacity=".35"/><rect x="{x}" y="138" width="66" height="290" rx="8" fill="{post}"/>""");
            for (var y = 192; y <= 380; y += 94)
            {
                s.Add($"""<circle cx="{x + 33}" cy="{y + 1}" r="9" fill="#000" opacity=".35"/><circle cx="{x + 32}" cy="{y - 1}" r="8" fill="{s.Radial(0.35, 0.3, 0.9, (0, m.Metal(0.96)), (1, m.Metal(0.42)))}"/>""");
            }
        }

        // The grower's badge takes the brand's colour.
        s.Add($"""<circle cx="4" cy="294" r="88" fill="#000" opacity=".35"/><circle cy="286" r="88" fill="{s.Linear(0, 0, 1, 1, (0, m.Body(0.12)), (1, m.Body(-0.14)))}"/><circle cy="286" r="74" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="4" stroke-dasharray="10 8"/>""");
        s.Add($"""<path d="M-44,316 C-50,258 -8,236 46,240 C50,292 16,334 -44,316Z" fill="#fff"/><path d="M-56,334 C-30,306 -4,286 26,264" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round"/><path d="M-40,312 C-14,292 8,278 30,260" fill="none" stroke="{m.Body(-0.04)}" stroke-width="5" stroke-linecap="round"/>""");
    }

    private static SvgSketch Grapes()
    {
        var s = new SvgSketch();
        s.Add($"""<path d="M252,92 C276,112 274,140 262,164" fill="none" stroke="#6b7a2c" stroke-width="13" stroke-linecap="round"/>""");
        int[] rows = [3, 4, 4, 3, 2, 1];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var i = 0; i < rows[row]; i++)
            {
                var x = 254 + ((i - ((rows[row] - 1) / 2.0)) * 50) + (row % 2 * 4);
                var y = 150 + (row * 40) + (Math.Abs(i - ((rows[row] - 1) / 2.0)) * -7);
                var skin = s.Radial(0.36, 0.32, 0.75, (0, Materials.Own("#b58be0")), (0.4, Materials.Own("#7140a6")), (0.85, Materials.Own("#3f1d6b")), (1, Materials.Own("#6a4699")));
                s.Add($"""<circle cx="{x + 4:0.#}" cy="{y + 8:0.#}" r="30" fill="#000" opacity=".22"/><circle cx="{x:0.#}" cy="{y:0.#}" r="30" fill="{skin}"/><ellipse cx="{x - 9:0.#}" cy="{y - 11:0.#}" rx="8" ry="5.5" fill="#fff" opacity=".75" transform="rotate(-35 {x - 9:0.#} {y - 11:0.#})"/>""");
            }
        }

        var leaf = s.Linear(0, 0, 1, 1, (0, Materials.Own("#a6d65c")), (0.5, Materials.Own("#69a83a")), (1, Materials.Own("#3d7426")));
        s.Add($"""<path d="M258,128 C214,150 168,138 150,100 C172,104 166,84 158,70 C190,84 196,66 200,50 C220,80 252,84 258,128Z" fill="{leaf}"/><path d="M256,126 C226,112 196,98 166,92 M224,110 L208,76 M212,106 L184,122" fill="none" stroke="#e6f7b8" stroke-opacity=".6" stroke-width="4" stroke-linecap="round"/>""");
        return s;
    }
}
