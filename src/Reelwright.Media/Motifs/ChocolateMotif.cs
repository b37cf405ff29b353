using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A bar of chocolate half out of its foil and its wrapper; two broken-off pieces and hazelnuts in front.</summary>
internal sealed class ChocolateMotif : Motif
{
    internal override string Name => "chocolate";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 420, 430, 56);
        s.Add($"""<g transform="rotate(12)">""");
        Bar(s);
        Wrapper(s, m);
        s.Add($"""</g>""");
        return [Body(s), Front("pieces", Pieces(m))];
    }

    private static void Bar(SvgSketch s)
    {
        s.Add($"""<rect x="-228" y="-458" width="480" height="700" rx="18" fill="#140602" opacity=".45"/><rect x="-244" y="-476" width="488" height="720" rx="18" fill="#3a1a0b"/>""");
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                Piece(s, -232 + (column * 158), -464 + (row * 134), 148, 124);
            }
        }

        s.Add($"""<path d="M-240,-470 L60,-470 L-180,40 H-240Z" fill="{s.Sweep(-240, -470, 20, -260, (0, Rgb.White, 0.22), (1, Rgb.White, 0))}"/>""");
    }

    private static void Piece(SvgSketch s, int x, int y, int width, int height)
    {
        s.Add($"""<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="12" fill="{s.Linear(0, 0, 1, 1, (0, Rgb.Parse("#a06239")), (0.5, Rgb.Parse("#6c3a1c")), (1, Rgb.Parse("#3c1b0b")))}"/>""");
        s.Add($"""<rect x="{x + 20}" y="{y + 18}" width="{width - 40}" height="{height - 36}" rx="8" fill="{s.Linear(0, 0, 1, 1, (0, Rgb.Parse("#7d4725")), (0.6, Rgb.Parse("#5a2e14")), (1, Rgb.Parse("#6b3a1c")))}"/>""");
        s.Add($"""<path d="M{x + 10},{y + height - 22} V{y + 12} H{x + width - 22}" fill="none" stroke="#ffdcb8" stroke-opacity=".55" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>""");
    }

    private static void Wrapper(SvgSketch s, Materials m)
    {
        const string Torn = "M-268,-40 L-226,-72 L-190,-30 L-140,-78 L-92,-34 L-40,-80 L10,-36 L62,-82 L110,-38 L160,-80 L206,-36 L268,-70 V430 H-268Z";
        var foil = s.Sweep(-268, -60, 268, 120, (0, m.Metal(0.62)), (0.2, m.Metal(0.96)), (0.4, m.Metal(0.70)), (0.6, m.Metal(0.98)), (0.8, m.Metal(0.66)), (1, m.Metal(0.88)));
        s.Add($"""<path d="{Torn}" fill="#000" opacity=".4" transform="translate(6,-10)"/><path d="{Torn}" fill="{foil}"/>""");
        var paper = s.Sweep(-272, 0, 272, 60, (0, m.Body(-0.06)), (0.2, m.Body(0.14)), (0.55, m.Body(0.02)), (1, m.Body(-0.18)));
        s.Add($"""<path d="M-274,50 H274 V440 H-274Z" fill="{paper}"/><path d="M-274,50 H274" stroke="#000" stroke-opacity=".3" stroke-width="6"/><path d="M-274,110 H274 M-274,390 H274" stroke="{m.Accent(0.06)}" stroke-width="12"/>""");
        s.Add($"""<ellipse cx="0" cy="250" rx="150" ry="96" fill="{m.Accent(0.04)}"/><ellipse cx="0" cy="250" rx="130" ry="78" fill="none" stroke="{m.Body(-0.14)}" stroke-width="6"/>""");
        s.Add($"""<path d="M0,300 C-76,270 -70,204 0,190 C70,204 76,270 0,300Z" fill="{m.Body(-0.08)}"/><path d="M0,196 C-16,226 16,262 0,296" fill="none" stroke="{m.Accent(0.16)}" stroke-width="7" stroke-linecap="round"/><path d="M-250,60 H-190 L-220,430 H-264Z" fill="#fff" opacity=".2"/>""");
    }

    private static SvgSketch Pieces(Materials m)
    {
        var s = new SvgSketch();
        foreach (var (x, y, turn) in ((int, int, int)[])[(-330, 330, -18), (-228, 386, 14)])
        {
            s.Add($"""<ellipse cx="{x + 4}" cy="{y + 64}" rx="100" ry="18" fill="{s.Soft(m.Shadow, 0.8)}"/><g transform="translate({x},{y}) rotate({turn})"><rect x="-76" y="-44" width="152" height="112" rx="12" fill="#2c1207"/>""");
            Piece(s, -76, -62, 152, 112);
            s.Add($"""</g>""");
        }

        foreach (var (x, y, r) in ((int, int, int)[])[(300, 386, 50), (384, 350, 42), (226, 410, 34)])
        {
            var shell = s.Spot(x - (r * 0.4), y - (r * 0.5), r * 1.9, (0, Rgb.Parse("#f2c98a")), (0.4, Rgb.Parse("#c07c35")), (1, Rgb.Parse("#5f300e")));
            s.Add($"""<ellipse cx="{x}" cy="{y + r}" rx="{r * 1.2:0.#}" ry="12" fill="{s.Soft(m.Shadow, 0.8)}"/><path d="M{x},{y - (r * 1.15):0.#} C{x + (r * 1.2):0.#},{y - (r * 0.7):0.#} {x + (r * 1.1):0.#},{y + r} {x},{y + r} C{x - (r * 1.1):0.#},{y + r} {x - (r * 1.2):0.#},{y - (r * 0.7):0.#} {x},{y - (r * 1.15):0.#}Z" fill="{shell}"/>""");
            s.Add($"""<ellipse cx="{x - (r * 0.34):0.#}" cy="{y - (r * 0.36):0.#}" rx="{r * 0.18:0.#}" ry="{r * 0.3:0.#}" fill="#fff" opacity=".7" transform="rotate(24 {x - (r * 0.34):0.#} {y - (r * 0.36):0.#})"/>""");
        }

        return s;
    }
}
