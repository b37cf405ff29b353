using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A cold can with drops on it; citrus and ice in front.</summary>
internal sealed class DrinkMotif : Motif
{
    private const string Can = "M-186,-360 L-206,-318 V330 L-176,392 Q0,424 176,392 L206,330 V-318 L186,-360Z";

    internal override string Name => "drink";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 410, 380, 50);
        Print(s, m);
        Lid(s, m);
        Drops(s);
        return [Body(s), Front("citrus", Citrus(m))];
    }

    private static void Print(SvgSketch s, Materials m)
    {
        var clip = s.Clip($"""<path d="{Can}"/>""");
        var ink = s.Sweep(0, -320, 0, 330, (0, m.Body(0.06)), (0.5, m.Body()), (1, m.Body(-0.10)));
        s.Add($"""<g clip-path="{clip}"><path d="{Can}" fill="{ink}"/>""");
        s.Add($"""<path d="M-220,120 C-120,20 -60,220 40,120 S180,10 220,60 V420 H-220Z" fill="{m.Accent()}"/>""");
        s.Add($"""<path d="M-220,180 C-120,90 -60,280 40,180 S180,80 220,120 V420 H-220Z" fill="{m.Trim(0.04)}"/>""");
        s.Add($"""<path d="M-220,104 C-120,4 -60,204 40,104 S180,-6 220,44" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="10"/>""");
        s.Add($"""<circle cy="-110" r="128" fill="#fff"/><circle cy="-110" r="112" fill="{m.Accent(0.04)}"/>""");
        for (var i = 0; i < 9; i++)
        {
            s.Add($"""<path transform="rotate({i * 40} 0 -110)" d="M0,-122 L-24,-194 Q0,-216 24,-194Z" fill="#fff" fill-opacity=".55" stroke="#fff" stroke-width="3" stroke-linejoin="round"/>""");
        }

        s.Add($"""<rect x="-206" y="330" width="412" height="90" fill="{m.Metal(0.70)}"/><rect x="-206" y="-366" width="412" height="50" fill="{m.Metal(0.78)}"/>""");
        var round = s.Sweep(-206, 0, 206, 0,
            (0, Rgb.Black, 0.58), (0.07, Rgb.Black, 0.20), (0.15, Rgb.White, 0.48), (0.24, Rgb.White, 0.16), (0.42, Rgb.White, 0), (0.66, Rgb.Black, 0.08), (0.88, Rgb.Black, 0.46), (0.955, Rgb.White, 0.18), (1, Rgb.Black, 0.42));
        s.Add($"""<path d="{Can}" fill="{round}"/><path d="M-206,-318 H206 M-206,330 H206" stroke="#000" stroke-opacity=".25" stroke-width="4"/>""");
        s.Add($"""<path d="M-150,-310 V322" stroke="#fff" stroke-opacity=".35" stroke-width="14"/></g>""");
    }

    private static void Lid(SvgSketch s, Materials m)
    {
        s.Add($"""<ellipse cy="-360" rx="190" ry="44" fill="{s.Linear(0, 0, 1, 0, (0, m.Metal(0.45)), (0.2, m.Metal(0.99)), (0.5, m.Metal(0.66)), (0.8, m.Metal(0.92)), (1, m.Metal(0.40)))}"/>""");
        s.Add($"""<ellipse cy="-360" rx="188" ry="42" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="3"/>""");
        s.Add($"""<ellipse cy="-356" rx="166" ry="34" fill="{s.Linear(0, 0, 1, 0.4, (0, m.Metal(0.40)), (0.5, m.Metal(0.76)), (1, m.Metal(0.95)))}"/>""");
        s.Add($"""<ellipse cy="-352" rx="150" ry="28" fill="{s.Linear(0, 0, 1, 0, (0, m.Metal(0.84)), (0.5, m.Metal(0.62)), (1, m.Metal(0.78)))}"/>""");
        s.Add($"""<ellipse cx="-10" cy="-342" rx="64" ry="13" fill="{m.Metal(0.46)}"/>""");
        s.Add($"""<ellipse cx="10" cy="-366" rx="58" ry="14" fill="{m.Metal(0.92)}" stroke="{m.Metal(0.45)}" stroke-width="2"/>""");
        s.Add($"""<ellipse cx="26" cy="-368" rx="24" ry="6" fill="{m.Metal(0.50)}"/><circle cx="-18" cy="-362" r="7" fill="{m.Metal(0.6)}"/>""");
    }

    private static void Drops(SvgSketch s)
    {
        (int X, int Y, double R)[] drops =
        [
            (-164, -250, 9), (-120, -270, 5), (-70, -282, 7), (60, -276, 8), (120, -248, 11), (160, -190, 6), (-176, -140, 7), (-148, -60, 11),
            (150, -80, 8), (172, 0, 5), (-120, 60, 6), (-166, 120, 8), (-60, 84, 9), (20, 60, 5), (96, 40, 10), (140, 120, 7), (-140, 220, 10),
            (-80, 250, 6), (-10, 214, 9), (60, 270, 7), (124, 230, 11), (170, 290, 6), (-170, 300, 6), (10, 300, 5),
        ];
        foreach (var (x, y, r) in drops)
        {
            s.Add($"""<ellipse cx="{x + 1}" cy="{y + (r * 0.5):0.#}" rx="{r:0.#}" ry="{r * 1.2:0.#}" fill="#000" opacity=".22"/>""");
            s.Add($"""<ellipse cx="{x}" cy="{y}" rx="{r:0.#}" ry="{r * 1.2:0.#}" fill="#fff" fill-opacity=".34"/>""");
            s.Add($"""<ellipse cx="{x}" cy="{y + (r * 0.4):0.#}" rx="{r * 0.66:0.#}" ry="{r * 0.62:0.#}" fill="#fff" fill-opacity=".35"/>""");
            s.Add($"""<circle cx="{x - (r * 0.3):0.#}" cy="{y - (r * 0.45):0.#}" r="{r * 0.28:0.#}" fill="#fff"/>""");
        }

        s.Add($"""<path d="M118,-236 C120,-190 116,-150 120,-110" stroke="#fff" stroke-opacity=".30" stroke-width="10" stroke-linecap="round" fill="none"/>""");
        s.Add($"""<path d="M-146,-50 C-148,-10 -142,30 -146,60" stroke="#fff" stroke-opacity=".25" stroke-width="9" stroke-linecap="round" fill="none"/>""");
    }

    private static SvgSketch Citrus(Materials m)
    {
        var s = new SvgSketch();
        Ice(s, 236, 366, 64, -12);
        Ice(s, 330, 398, 50, 18);
        s.Add($"""<ellipse cx="-232" cy="424" rx="170" ry="24" fill="{s.Soft(m.Shadow, 0.7)}"/><g transform="translate(-236,300) rotate(-12) scale(1,.96)">""");
        s.Add($"""<circle cx="16" cy="6" r="128" fill="#d97a06"/><circle r="128" fill="{s.Radial(0.4, 0.35, 0.7, (0, Rgb.Parse("#ffc24a")), (1, Rgb.Parse("#f59312")))}"/>""");
        s.Add($"""<circle r="114" fill="#fff3d6"/>""");
        var flesh = s.Spot(-20, -30, 130, (0, Rgb.Parse("#ffd069")), (0.6, Rgb.Parse("#ffae2b")), (1, Rgb.Parse("#f48f10")));
        for (var i = 0; i < 9; i++)
        {
            s.Add($"""<path transform="rotate({i * 40})" d="M0,-10 L-31,-88 Q0,-118 31,-88Z" fill="{flesh}" stroke="#ffe2a6" stroke-opacity=".7" stroke-width="2.5" stroke-linejoin="round"/>""");
            s.Add($"""<path transform="rotate({i * 40})" d="M-4,-40 L-10,-80 M6,-50 L10,-86" stroke="#fff" stroke-opacity=".35" stroke-width="3" stroke-linecap="round"/>""");
        }

        s.Add($"""<circle r="9" fill="#fff3d6"/><path d="M-112,-40 A120,120 0 0 1 -40,-112" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="7" stroke-linecap="round"/></g>""");
        return s;
    }

    private static void Ice(SvgSketch s, double x, double y, double half, double degrees)
    {
        var cube = s.Linear(0, 0, 1, 1, (0, Rgb.White, 0.80), (0.45, Rgb.Parse("#d9ecf7"), 0.45), (1, Rgb.White, 0.70));
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees})">""");
        s.Add($"""<rect x="{-half}" y="{-half}" width="{half * 2}" height="{half * 2}" rx="{half * 0.36:0.#}" fill="{cube}" stroke="#fff" stroke-opacity=".85" stroke-width="3"/>""");
        s.Add($"""<rect x="{-half * 0.6:0.#}" y="{-half * 0.6:0.#}" width="{half * 1.2:0.#}" height="{half * 1.2:0.#}" rx="{half * 0.3:0.#}" fill="#fff" opacity=".30"/>""");
        s.Add($"""<path d="M{-half * 0.7:0.#},{half * 0.2:0.#} C{-half * 0.72:0.#},{-half * 0.5:0.#} {-half * 0.5:0.#},{-half * 0.7:0.#} {half * 0.1:0.#},{-half * 0.72:0.#}" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""</g>""");
    }
}
