using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A scented candle burning in a tinted glass; its glow in front.</summary>
internal sealed class CandleMotif : Motif
{
    private const string Glass = "M-300,-120 L-276,356 C-274,396 -240,412 -200,412 H200 C240,412 274,396 276,356 L300,-120Z";

    internal override string Name => "candle";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 412, 410, 56);
        s.Add($"""<ellipse cy="-120" rx="300" ry="72" fill="{m.Body(-0.16)}"/>""");
        Wax(s, m);
        Wall(s, m);
        return [Body(s), Front("flame", Flame(), catchesLight: false)];
    }

    private static void Wax(SvgSketch s, Materials m)
    {
        var wax = s.Sweep(-290, 0, 290, 40, (0, Rgb.Parse("#d9c3a0")), (0.3, Rgb.Parse("#fff6e0")), (0.7, Rgb.Parse("#f7e4bf")), (1, Rgb.Parse("#b89468")));
        s.Add($"""<path d="M-290,20 L-272,350 C-270,390 -240,404 -200,404 H200 C240,404 270,390 272,350 L290,20Z" fill="{wax}"/><ellipse cy="20" rx="290" ry="64" fill="#fff3d6"/>""");
        s.Add($"""<ellipse cy="24" rx="230" ry="46" fill="{s.Radial(0.5, 0.4, 0.6, (0, Rgb.Parse("#fffbe8")), (0.5, Rgb.Parse("#ffe0a0")), (1, Rgb.Parse("#e6b670")))}"/><ellipse cx="-50" cy="14" rx="90" ry="12" fill="#fff" opacity=".7"/>""");
        s.Add($"""<path d="M0,24 C4,-10 -6,-40 4,-70" fill="none" stroke="#2b1a10" stroke-width="13" stroke-linecap="round"/><ellipse cy="150" rx="240" ry="160" fill="{s.Soft(m.Accent(0.1), 0.5)}"/>""");
    }

    private static void Wall(SvgSketch s, Materials m)
    {
        var tint = s.Sweep(-300, 0, 300, 30, (0, m.Body(0.0), 0.92), (0.14, m.Body(0.16), 0.70), (0.4, m.Body(0.10), 0.52), (0.75, m.Body(-0.06), 0.66), (1, m.Body(-0.18), 0.94));
        s.Add($"""<path d="{Glass}" fill="{tint}"/><path d="M-300,-120 A300,72 0 0 0 300,-120" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="7"/><path d="M-300,-120 A300,72 0 0 1 300,-120" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="5"/>""");
        var gloss = s.Sweep(0, -80, 0, 360, (0, Rgb.White, 0.75), (1, Rgb.White, 0.05));
        s.Add($"""<path d="M-266,-70 L-244,340 L-206,360 L-222,-52Z" fill="{gloss}"/><path d="M272,-80 L252,350" stroke="{m.Rim}" stroke-opacity=".6" stroke-width="8" stroke-linecap="round"/>""");
        s.Add($"""<rect x="-150" y="130" width="300" height="180" rx="14" fill="{m.Paper(0.96)}"/><rect x="-134" y="146" width="268" height="148" rx="8" fill="none" stroke="{m.Accent(-0.06)}" stroke-width="6"/>""");
        s.Add($"""<g fill="{m.Body(-0.06)}"><path d="M0,270 C-16,240 -16,210 0,176 C16,210 16,240 0,270Z"/><path d="M-8,268 C-44,256 -62,232 -70,200 C-38,208 -16,234 -8,268Z"/><path d="M8,268 C44,256 62,232 70,200 C38,208 16,234 8,268Z"/></g>""");
    }

    private static SvgSketch Flame()
    {
        var s = new SvgSketch();
        s.Add($"""<circle cy="-190" r="340" fill="{s.Soft(Rgb.Parse("#ffb347"), 0.5)}"/><circle cy="-170" r="170" fill="{s.Soft(Rgb.Parse("#fff0b8"), 0.7)}"/>""");
        var fire = s.Sweep(0, -400, 0, -50, (0, Rgb.Parse("#ff9a1f")), (0.4, Rgb.Parse("#ffc53d")), (0.75, Rgb.Parse("#fff1b0")), (0.92, Rgb.Parse("#ffd27a")), (1, Rgb.Parse("#5f8cff")));
        s.Add($"""<path d="M4,-46 C-74,-60 -90,-140 -50,-220 C-26,-270 -6,-320 8,-410 C30,-320 60,-270 78,-210 C104,-130 80,-58 4,-46Z" fill="{fire}"/><path d="M4,-62 C-36,-76 -40,-130 -16,-176 C-4,-200 2,-222 8,-250 C16,-222 28,-200 38,-172 C54,-126 46,-74 4,-62Z" fill="#fffbe6" opacity=".9"/>""");
        return s;
    }
}
