using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A cloth-bound book standing on a stack of two, with a ribbon.</summary>
internal sealed class BookMotif : Motif
{
    internal override string Name => "book";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 446, 450, 54);
        Lying(s, m, 20, 346, 396, 100, m.Trim);
        Lying(s, m, -14, 258, 350, 84, m.Accent);
        Standing(s, m);
        return [Body(s)];
    }

    private static void Lying(SvgSketch s, Materials m, double x, double y, double half, double height, Func<double, Rgb> cloth)
    {
        var cover = s.Sweep(x - half, 0, x + half, 0, (0, cloth(-0.10)), (0.04, cloth(0.12)), (0.12, cloth(0.02)), (0.8, cloth(-0.06)), (1, cloth(-0.20)));
        s.Add($"""<rect x="{x - half}" y="{y}" width="{half * 2}" height="{height}" rx="20" fill="{cover}"/>""");
        s.Add($"""<rect x="{x - half + 26}" y="{y + 15}" width="{(half * 2) - 26}" height="{height - 30}" rx="8" fill="{m.Paper(0.93)}"/>""");
        for (var line = y + 22; line < y + height - 20; line += 7)
        {
            s.Add($"""<path d="M{x - half + 32},{line} H{x + half}" stroke="{m.Paper(0.70)}" stroke-width="2"/>""");
        }

        s.Add($"""<path d="M{x - half + 26},{y + 15} H{x + half}" stroke="#000" stroke-opacity=".30" stroke-width="6"/>""");
        s.Add($"""<path d="M{x - half + 12},{y + 4} H{x + half - 8}" stroke="#fff" stroke-opacity=".45" stroke-width="4" stroke-linecap="round"/>""");
    }

    private static void Standing(SvgSketch s, Materials m)
    {
        s.Add($"""<ellipse cx="0" cy="258" rx="300" ry="30" fill="{s.Soft(m.Shadow, 0.75)}"/><g transform="rotate(-4 0 250)">""");
        s.Add($"""<path d="M-226,-452 L228,-452 L268,-424 V232 L228,258 H-226Z" fill="{m.Body(-0.28)}"/><path d="M214,-440 L258,-414 V222 L214,246Z" fill="{m.Paper(0.93)}"/>""");
        for (var x = 221; x < 256; x += 7)
        {
            s.Add($"""<path d="M{x},{-436 + ((x - 214) * 0.6):0.#} V{242 - ((x - 214) * 0.55):0.#}" stroke="{m.Paper(0.68)}" stroke-width="2"/>""");
        }

        var cloth = s.Sweep(-236, -452, 220, 258, (0, m.Body(0.14)), (0.35, m.Body(0.04)), (0.7, m.Body(-0.05)), (1, m.Body(-0.16)));
        var weave = s.Texture(7, 7, 0, $"""<path d="M0,1.5 H7" stroke="#fff" stroke-opacity=".10" stroke-width="1.5"/><path d="M1.5,0 V7" stroke="#000" stroke-opacity=".10" stroke-width="1.5"/>""");
        s.Add($"""<rect x="-236" y="-454" width="456" height="714" rx="14" fill="{cloth}"/><rect x="-236" y="-454" width="456" height="714" rx="14" fill="{weave}"/>""");
        s.Add($"""<rect x="-196" y="-454" width="18" height="714" fill="{s.Linear(0, 0, 1, 0, (0, Rgb.Black, 0.05), (0.5, Rgb.Black, 0.34), (0.8, Rgb.White, 0.25), (1, Rgb.White, 0))}"/>""");
        s.Add($"""<rect x="-236" y="-454" width="42" height="714" fill="{s.Linear(0, 0, 1, 0, (0, Rgb.White, 0.30), (0.5, Rgb.White, 0.06), (1, Rgb.Black, 0.14))}"/>""");
        var foil = s.Sweep(-160, -400, 200, 200, (0, m.Metal(0.97)), (0.3, m.Metal(0.72)), (0.55, m.Metal(0.95)), (0.8, m.Metal(0.66)), (1, m.Metal(0.90)));
        s.Add($"""<g fill="none" stroke="{foil}"><rect x="-154" y="-424" width="348" height="654" rx="8" stroke-width="5"/>""");
        s.Add($"""<rect x="-140" y="-410" width="320" height="626" rx="4" stroke-width="2"/><circle cx="20" cy="-170" r="104" stroke-width="5"/>""");
        s.Add($"""<path d="M20,-250 L38,-188 L100,-170 L38,-152 L20,-90 L2,-152 L-60,-170 L2,-188Z" stroke-width="4" stroke-linejoin="round"/></g>""");
        s.Add($"""<circle cx="20" cy="-170" r="13" fill="{foil}"/>""");
        s.Add($"""<rect x="-90" y="10" width="220" height="18" rx="9" fill="{foil}"/><rect x="-58" y="48" width="156" height="12" rx="6" fill="{foil}" opacity=".8"/>""");
        s.Add($"""<rect x="-20" y="156" width="80" height="9" rx="4.5" fill="{foil}" opacity=".7"/>""");
        s.Add($"""<path d="M-236,-454 H40 L-190,260 H-236Z" fill="{s.Sweep(-236, -454, 0, 100, (0, Rgb.White, 0.24), (1, Rgb.White, 0))}"/></g>""");
        s.Add($"""<path d="M150,236 C160,280 146,320 158,372 L136,356 L116,376 C112,320 120,280 116,238Z" fill="{s.Linear(0, 0, 1, 0, (0, m.Accent(0.04)), (0.4, m.Accent(0.14)), (1, m.Accent(-0.14)))}" transform="translate(40,10)"/>""");
    }
}
