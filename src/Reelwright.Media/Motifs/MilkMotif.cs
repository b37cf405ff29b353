using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A carton with an ear of oats on it; a glass of milk in front.</summary>
internal sealed class MilkMotif : Motif
{
    internal override string Name => "milk";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 420, 430, 54);
        Carton(s, m);
        Ear(s, m);
        return [Body(s), Front("glass", Glass(m))];
    }

    private static void Carton(SvgSketch s, Materials m)
    {
        var front = s.Sweep(-300, -260, 100, 420, (0, m.Body(0.16)), (0.5, m.Body(0.05)), (1, m.Body(-0.08)));
        var side = s.Sweep(80, 0, 250, 0, (0, m.Body(-0.14)), (1, m.Body(-0.28)));
        var roof = s.Sweep(-300, -420, 60, -240, (0, m.Body(0.28)), (1, m.Body(0.08)));
        s.Add($"""<path d="M-290,-240 H90 V416 H-290Z" fill="{front}"/><path d="M90,-240 L240,-272 V372 L90,416Z" fill="{side}"/>""");
        s.Add($"""<path d="M-290,-240 L-240,-420 H120 L90,-240Z" fill="{roof}"/><path d="M90,-240 L120,-420 L240,-272Z" fill="{m.Body(-0.22)}"/>""");
        s.Add($"""<path d="M-240,-420 V-478 H120 V-420Z" fill="{s.Sweep(0, -478, 0, -420, (0, m.Body(0.30)), (1, m.Body(0.12)))}"/><path d="M-240,-424 H120" stroke="#000" stroke-opacity=".3" stroke-width="5"/>""");
        s.Add($"""<ellipse cx="-74" cy="-322" rx="58" ry="34" fill="{m.Accent(-0.16)}"/><path d="M-132,-330 V-352 A58,34 0 0 1 -16,-352 V-330 A58,34 0 0 1 -132,-330Z" fill="{s.Sweep(-132, 0, -16, 0, (0, m.Accent(0.10)), (0.4, m.Accent(0.16)), (1, m.Accent(-0.14)))}"/><ellipse cx="-74" cy="-354" rx="56" ry="30" fill="{m.Accent(0.16)}"/>""");
        s.Add($"""<rect x="-290" y="180" width="380" height="120" fill="{m.Accent(0.02)}"/><path d="M90,180 L240,146 V262 L90,300Z" fill="{m.Accent(-0.20)}"/>""");
        s.Add($"""<path d="M-284,-236 V410 M-290,-240 H88" stroke="#fff" stroke-opacity=".55" stroke-width="5" fill="none"/><path d="M-262,-226 H-196 L-240,410 H-270Z" fill="#fff" opacity=".14"/>""");
        s.Add($"""<path d="M236,-262 V366" stroke="{m.Rim}" stroke-opacity=".45" stroke-width="6"/>""");
    }

    private static void Ear(SvgSketch s, Materials m)
    {
        s.Add($"""<circle cx="-100" cy="-20" r="150" fill="{m.Paper(0.97)}"/><circle cx="-100" cy="-20" r="150" fill="{s.Spot(-150, -80, 260, (0.4, Rgb.White, 0), (1, m.Shadow, 0.28))}"/>""");
        var grain = s.Linear(0, 0, 1, 1, (0, Rgb.Parse("#f9d98a")), (0.5, Rgb.Parse("#dca544")), (1, Rgb.Parse("#9a6418")));
        s.Add($"""<g transform="translate(-100,-20) rotate(14)"><path d="M0,124 V-70" stroke="#a87424" stroke-width="8" stroke-linecap="round"/>""");
        for (var i = 0; i < 4; i++)
        {
            foreach (var way in (ReadOnlySpan<int>)[-1, 1])
            {
                s.Add($"""<path transform="translate({way * 4},{50 - (i * 42)}) scale({way},1) rotate(34)" d="M0,0 C-24,-18 -22,-58 0,-78 C22,-58 24,-18 0,0Z" fill="{grain}"/>""");
            }
        }

        s.Add($"""<path transform="translate(0,-84)" d="M0,16 C-22,-4 -20,-34 0,-52 C20,-34 22,-4 0,16Z" fill="{grain}"/></g>""");
    }

    private static SvgSketch Glass(Materials m)
    {
        var s = new SvgSketch();
        const string Wall = "M96,30 L130,392 C134,420 340,420 344,392 L378,30Z";
        const string Milk = "M112,130 L134,380 C140,404 334,404 340,380 L362,130Z";
        s.Add($"""<ellipse cx="240" cy="414" rx="180" ry="26" fill="{s.Soft(m.Shadow, 0.75)}"/>""");
        s.Add($"""<path d="{Milk}" fill="{s.Sweep(110, 0, 370, 0, (0, Rgb.Parse("#e6d9c2")), (0.2, Rgb.Parse("#fffaf0")), (0.6, Rgb.Parse("#fdf3e0")), (1, Rgb.Parse("#cdbb9d")))}"/><ellipse cx="237" cy="130" rx="125" ry="30" fill="#fffdf7"/><ellipse cx="237" cy="134" rx="112" ry="23" fill="#f3e7d0"/>""");
        s.Add($"""<path d="{Wall}" fill="{s.Sweep(96, 0, 378, 0, (0, Rgb.White, 0.55), (0.16, Rgb.White, 0.08), (0.8, Rgb.White, 0.06), (1, Rgb.White, 0.5))}"/><ellipse cx="237" cy="30" rx="141" ry="34" fill="#fff" fill-opacity=".16" stroke="#fff" stroke-opacity=".9" stroke-width="5"/>""");
        s.Add($"""<path d="M128,70 L150,350" stroke="#fff" stroke-width="13" stroke-opacity=".85" stroke-linecap="round"/><path d="M352,80 L332,340" stroke="#fff" stroke-width="5" stroke-opacity=".7" stroke-linecap="round"/>""");
        return s;
    }
}
