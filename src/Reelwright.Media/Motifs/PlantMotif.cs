using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A rubber plant in a glazed pot.</summary>
internal sealed class PlantMotif : Motif
{
    internal override string Name => "plant";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 462, 330, 46);
        (double X, double Y, double Turn, double Scale, double Light)[] back =
        [
            (-40, 30, -64, 1.0, -0.10), (50, 24, 66, 1.0, -0.12), (0, -30, -22, 1.06, -0.08), (20, -10, 30, 1.04, -0.10),
        ];
        (double X, double Y, double Turn, double Scale, double Light)[] near =
        [
            (-30, 96, -96, 0.82, 0.0), (36, 98, 98, 0.80, -0.02), (-14, 80, -44, 0.92, 0.05), (22, 84, 48, 0.90, 0.02), (2, 40, 4, 0.98, 0.07),
        ];
        foreach (var (x, y, turn, scale, light) in back)
        {
            Leaf(s, x, y, turn, scale, light);
        }

        Soil(s, m);
        foreach (var (x, y, turn, scale, light) in near)
        {
            Leaf(s, x, y, turn, scale, light);
        }

        Pot(s, m);
        return [Body(s)];
    }

    private static void Leaf(SvgSketch s, double x, double y, double turn, double scale, double light)
    {
        var left = s.Linear(0, 0, 1, 0.6, (0, Materials.Own("#3f8a4a", light - 0.04)), (0.7, Materials.Own("#2f7440", light)), (1, Materials.Own("#1d5230", light)));
        var right = s.Linear(0, 0, 1, 1, (0, Materials.Own("#6fb766", light + 0.06)), (0.5, Materials.Own("#4a994e", light)), (1, Materials.Own("#2c6e3b", light)));
        s.Add($"""<g transform="translate({x},{y}) rotate({turn}) scale({scale})">""");
        s.Add($"""<path d="M0,70 C-4,20 -2,-20 0,-90" fill="none" stroke="{Materials.Own("#4e7d3c", light)}" stroke-width="13" stroke-linecap="round"/>""");
        s.Add($"""<path d="M0,-60 C-116,-120 -128,-300 0,-440 C-14,-300 -10,-160 0,-60Z" fill="{left}"/>""");
        s.Add($"""<path d="M0,-60 C116,-120 128,-300 0,-440 C14,-300 10,-160 0,-60Z" fill="{right}"/>""");
        s.Add($"""<path d="M0,-60 C-8,-180 -10,-320 0,-438 C10,-320 8,-180 0,-60" fill="{Materials.Own("#a9d88a", light)}" opacity=".85"/>""");
        s.Add($"""<path d="M-2,-130 Q-44,-150 -72,-196 M-2,-190 Q-46,-214 -74,-262 M-2,-250 Q-38,-272 -60,-318 M2,-130 Q44,-150 72,-196 M2,-190 Q46,-214 74,-262 M2,-250 Q38,-272 60,-318 M2,-310 Q26,-330 36,-362" fill="none" stroke="#d9f2bd" stroke-opacity=".28" stroke-width="3.5" stroke-linecap="round"/>""");
        s.Add($"""<path d="M30,-120 C84,-170 92,-270 40,-360 C66,-270 60,-190 30,-120Z" fill="#fff" opacity=".22"/></g>""");
    }

    private static void Soil(SvgSketch s, Materials m)
    {
        s.Add($"""<ellipse cy="150" rx="206" ry="44" fill="{m.Body(-0.24)}"/><ellipse cy="156" rx="190" ry="36" fill="#3a2416"/>""");
        s.Add($"""<ellipse cx="-40" cy="150" rx="120" ry="18" fill="#5a3a24" opacity=".7"/>""");
    }

    private static void Pot(SvgSketch s, Materials m)
    {
        const string Wall = "M-196,210 C-190,330 -168,410 -140,446 Q-130,460 -108,462 Q0,474 108,462 Q130,460 140,446 C168,410 190,330 196,210Z";
        var glaze = s.Sweep(-200, 0, 200, 40, (0, m.Body(-0.10)), (0.08, m.Body(0.10)), (0.24, m.Body(0.24)), (0.45, m.Body(0.08)), (0.75, m.Body(-0.08)), (0.94, m.Body(-0.20)), (1, m.Body(-0.08)));
        s.Add($"""<path d="{Wall}" fill="{glaze}"/>""");
        var clip = s.Clip($"""<path d="{Wall}"/>""");
        s.Add($"""<g clip-path="{clip}">""");
        s.Add($"""<path d="M-210,330 L-160,300 L-110,330 L-60,300 L-10,330 L40,300 L90,330 L140,300 L190,330 L240,300" fill="none" stroke="{m.Trim(0.16)}" stroke-width="12" stroke-linejoin="round"/>""");
        s.Add($"""<path d="M-210,366 L-160,336 L-110,366 L-60,336 L-10,366 L40,336 L90,366 L140,336 L190,366 L240,336" fill="none" stroke="{m.Trim(0.16)}" stroke-opacity=".5" stroke-width="7" stroke-linejoin="round"/>""");
        s.Add($"""<path d="M-220,208 H220 V250 H-220Z" fill="{s.Sweep(0, 208, 0, 256, (0, Rgb.Black, 0.40), (1, Rgb.Black, 0))}"/></g>""");
        s.Add($"""<path d="M-212,150 A212,46 0 0 0 212,150 L204,212 A204,42 0 0 1 -204,212Z" fill="{glaze}"/>""");
        s.Add($"""<path d="M-212,150 A212,46 0 0 0 212,150" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="5"/>""");
        s.Add($"""<path d="M-156,270 C-150,340 -136,400 -116,436" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="16" stroke-linecap="round"/>""");
        s.Add($"""<path d="M176,260 C168,340 150,400 132,434" fill="none" stroke="{m.Rim}" stroke-opacity=".5" stroke-width="6" stroke-linecap="round"/>""");
    }
}
