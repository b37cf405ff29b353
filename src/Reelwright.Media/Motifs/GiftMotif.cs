using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A wrapped box with a satin bow; confetti in front.</summary>
internal sealed class GiftMotif : Motif
{
    internal override string Name => "gift";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 10, 410, 440, 56);
        Box(s, m);
        Lid(s, m);
        Bow(s, m);
        return [Body(s), Front("confetti", Confetti(m))];
    }

    private static void Box(SvgSketch s, Materials m)
    {
        var front = s.Sweep(-320, -60, 200, 400, (0, m.Body(0.08)), (0.5, m.Body(0.00)), (1, m.Body(-0.12)));
        var side = s.Sweep(200, 0, 330, 0, (0, m.Body(-0.16)), (1, m.Body(-0.26)));
        s.Add($"""<path d="M-318,-70 H190 V404 H-318Z" fill="{front}"/><path d="M190,-70 L330,-92 V366 L190,404Z" fill="{side}"/>""");
        var dots = s.Texture(58, 58, 45, $"""<circle cx="29" cy="29" r="7" fill="#fff" fill-opacity=".30"/>""");
        s.Add($"""<path d="M-318,-70 H190 V404 H-318Z" fill="{dots}"/>""");
        var satin = s.Sweep(-112, 0, -16, 0, (0, m.Accent(-0.14)), (0.2, m.Accent(0.10)), (0.45, m.Accent(0.02)), (0.75, m.Accent(0.12)), (1, m.Accent(-0.10)));
        s.Add($"""<rect x="-112" y="-70" width="96" height="474" fill="{satin}"/><path d="M238,-78 L288,-86 V378 L238,391Z" fill="{m.Accent(-0.18)}"/>""");
        var under = s.Sweep(0, -70, 0, 30, (0, Rgb.Black, 0.48), (1, Rgb.Black, 0));
        s.Add($"""<path d="M-318,-70 H190 V30 H-318Z M190,-70 L330,-92 V6 L190,30Z" fill="{under}"/><path d="M190,-60 V404" stroke="#fff" stroke-opacity=".35" stroke-width="3"/>""");
    }

    private static void Lid(SvgSketch s, Materials m)
    {
        var front = s.Sweep(-350, -180, 210, -60, (0, m.Body(0.18)), (0.5, m.Body(0.08)), (1, m.Body(-0.04)));
        var top = s.Sweep(-240, -250, 300, -170, (0, m.Body(0.26)), (1, m.Body(0.10)));
        s.Add($"""<path d="M-346,-176 L-190,-226 H346 L212,-176Z" fill="{top}"/><path d="M-346,-176 H212 V-66 H-346Z" fill="{front}"/>""");
        s.Add($"""<path d="M212,-176 L346,-226 V-116 L212,-66Z" fill="{m.Body(-0.16)}"/>""");
        var satin = s.Sweep(-120, 0, -8, 0, (0, m.Accent(-0.12)), (0.2, m.Accent(0.12)), (0.45, m.Accent(0.04)), (0.75, m.Accent(0.14)), (1, m.Accent(-0.08)));
        s.Add($"""<path d="M-120,-176 H-8 V-66 H-120Z" fill="{satin}"/><path d="M-120,-176 L20,-226 H120 L-8,-176Z" fill="{m.Accent(0.10)}"/>""");
        s.Add($"""<path d="M256,-192 L306,-211 V-101 L256,-82Z" fill="{m.Accent(-0.16)}"/>""");
        s.Add($"""<path d="M-346,-176 H212 L346,-226" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="3"/>""");
        s.Add($"""<path d="M-346,-68 H212" stroke="#000" stroke-opacity=".25" stroke-width="4"/>""");
    }

    private static void Bow(SvgSketch s, Materials m)
    {
        s.Add($"""<g transform="translate(-6,-206)"><ellipse cx="6" cy="14" rx="250" ry="34" fill="{s.Soft(Rgb.Black, 0.45)}"/>""");
        var tail = s.Sweep(-120, 0, 140, 120, (0, m.Accent(-0.02)), (0.5, m.Accent(0.10)), (1, m.Accent(-0.14)));
        s.Add($"""<path d="M-14,0 C-60,50 -130,70 -190,128 L-142,142 L-128,186 C-80,120 -20,70 22,10Z" fill="{tail}"/>""");
        s.Add($"""<path d="M10,0 C50,60 110,74 150,150 L108,150 L84,190 C60,120 10,70 -20,10Z" fill="{tail}"/>""");
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var loop = s.Sweep(0, -190, 0, 30, (0, m.Accent(0.16)), (0.3, m.Accent(0.06)), (0.7, m.Accent(-0.06)), (1, m.Accent(-0.20)));
            s.Add($"""<g transform="scale({side},1)"><path d="M10,0 C60,-120 150,-240 236,-206 C304,-176 262,-60 176,-20 C120,4 60,10 10,0Z" fill="{loop}"/>""");
            s.Add($"""<path d="M20,-6 C80,-76 140,-150 196,-146 C226,-140 204,-80 160,-52 C116,-26 66,-12 20,-6Z" fill="{m.Accent(-0.30)}" opacity=".75"/>""");
            s.Add($"""<path d="M28,-34 C84,-126 158,-206 228,-188" fill="none" stroke="#fff" stroke-opacity=".65" stroke-width="8" stroke-linecap="round"/>""");
            s.Add($"""<path d="M250,-150 C250,-100 214,-56 170,-32" fill="none" stroke="{m.Accent(0.2)}" stroke-opacity=".6" stroke-width="5" stroke-linecap="round"/></g>""");
        }

        s.Add($"""<rect x="-42" y="-50" width="84" height="78" rx="30" fill="{s.Linear(0, 0, 1, 1, (0, m.Accent(0.18)), (0.5, m.Accent(0.02)), (1, m.Accent(-0.18)))}"/>""");
        s.Add($"""<path d="M-18,-40 C-26,-16 -24,4 -16,20 M8,-42 C4,-14 6,4 10,22" fill="none" stroke="{m.Accent(-0.24)}" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""</g>""");
    }

    private static SvgSketch Confetti(Materials m)
    {
        var s = new SvgSketch();
        Rgb[] colours = [m.Accent(0.04), m.Trim(0.04), m.Body(0.14), m.Paper(0.97)];
        (int X, int Y, int Turn, int Size)[] pieces =
        [
            (-410, -260, 24, 30), (-330, -400, -30, 24), (-446, -40, 60, 22), (-200, -452, 12, 20), (210, -452, 48, 22), (330, -396, -18, 30),
            (430, -250, 38, 24), (450, 40, -44, 26), (-430, 190, -12, 22), (420, 250, 20, 20), (110, -478, -30, 16), (-290, -250, 40, 16),
            (372, -120, 70, 16),
        ];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (x, y, turn, size) = pieces[i];
            var colour = colours[i % colours.Length];
            if (i % 3 == 2)
            {
                s.Add($"""<circle cx="{x}" cy="{y}" r="{size * 0.46:0.#}" fill="{colour}"/>""");
            }
            else
            {
                s.Add($"""<g transform="translate({x},{y}) rotate({turn})"><rect x="{-size / 2}" y="{-size / 5}" width="{size}" height="{size * 0.42:0.#}" rx="3" fill="{colour}"/>""");
                s.Add($"""<path d="M{-size / 2},{-size / 5} h{size} l{-size * 0.4:0.#},{size * 0.42:0.#} h{-size * 0.6:0.#}Z" fill="#fff" opacity=".25"/></g>""");
            }
        }

        return s;
    }
}
