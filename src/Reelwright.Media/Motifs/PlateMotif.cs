using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A set table seen from above: a glazed plate with a grilled fillet, leaves, tomatoes and lemon, between fork and knife.</summary>
internal sealed class PlateMotif : Motif
{
    internal override string Name => "plate";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        s.Add($"""<ellipse cx="26" cy="44" rx="440" ry="420" fill="{s.Soft(m.Shadow, m.IsLight ? 0.6 : 0.95)}"/>""");
        Fork(s, m);
        Knife(s, m);
        Plate(s, m);
        Leaves(s);
        Fillet(s);
        Lemon(s, 128, -124);
        Tomato(s, -158, 96, 50);
        Tomato(s, -96, 158, 42);
        Tomato(s, 168, 60, 38);
        Sauce(s);
        return [Body(s)];
    }

    private static void Plate(SvgSketch s, Materials m)
    {
        var rim = s.Spot(-120, -160, 560, (0, m.Paper(0.99)), (0.55, m.Paper(0.94)), (1, m.Paper(0.78)));
        s.Add($"""<circle r="352" cx="8" cy="12" fill="{m.Paper(0.60)}"/><circle r="350" fill="{rim}"/>""");
        s.Add($"""<circle r="322" fill="none" stroke="{m.Body()}" stroke-width="22"/><circle r="322" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="4"/>""");
        s.Add($"""<path d="M-338,-60 A344,344 0 0 1 40,-342" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="8" stroke-linecap="round"/>""");
        var well = s.Spot(70, 90, 330, (0, m.Paper(0.98)), (0.7, m.Paper(0.94)), (1, m.Paper(0.82)));
        s.Add($"""<circle r="262" fill="{well}"/><path d="M-220,-132 A258,258 0 0 1 180,-184" fill="none" stroke="{m.Paper(0.66)}" stroke-opacity=".8" stroke-width="9" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="16" cy="34" rx="236" ry="206" fill="{s.Soft(m.Shadow, 0.5)}"/>""");
    }

    private static void Fork(SvgSketch s, Materials m)
    {
        const string Shape = "M-478,-330 V-150 C-478,-96 -452,-80 -446,-60 L-456,330 C-456,372 -404,372 -404,330 L-414,-60 C-408,-80 -382,-96 -382,-150 V-330 C-382,-344 -400,-344 -400,-330 L-404,-170 H-416 L-420,-330 C-420,-344 -440,-344 -440,-330 L-444,-170 H-456 L-460,-330 C-460,-344 -478,-344 -478,-330Z";
        s.Add($"""<path d="{Shape}" fill="#000" opacity=".35" transform="translate(12,16)"/><path d="{Shape}" fill="{Steel(s, m, -478, -382)}"/>""");
        s.Add($"""<path d="M-438,-60 L-446,320" stroke="#fff" stroke-opacity=".8" stroke-width="5" stroke-linecap="round"/>""");
    }

    private static void Knife(SvgSketch s, Materials m)
    {
        const string Shape = "M404,-336 C462,-300 474,-170 468,-20 H452 L458,330 C458,372 406,372 406,330 L410,-20 H400Z";
        s.Add($"""<path d="{Shape}" fill="#000" opacity=".35" transform="translate(12,16)"/><path d="{Shape}" fill="{Steel(s, m, 398, 472)}"/>""");
        s.Add($"""<path d="M416,-300 C424,-200 424,-110 420,-30" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="5" stroke-linecap="round"/><path d="M424,0 L420,320" stroke="#fff" stroke-opacity=".75" stroke-width="5" stroke-linecap="round"/>""");
    }

    private static string Steel(SvgSketch s, Materials m, double from, double to) =>
        s.Sweep(from, 0, to, 0, (0, m.Metal(0.62)), (0.3, m.Metal(0.95)), (0.55, m.Metal(0.72)), (0.8, m.Metal(0.86)), (1, m.Metal(0.42)));

    private static void Leaves(SvgSketch s)
    {
        (int X, int Y, int Turn, double Size)[] leaves = [(-150, -60, -60, 1.1), (-120, -130, -20, 1.2), (-30, -150, 14, 1.1), (60, -150, 46, 0.9), (-170, 10, -100, 0.9), (120, 130, 130, 1.1), (60, 164, 170, 1.0)];
        var leaf = s.Linear(0, 0, 1, 1, (0, Materials.Own("#b6dd6a")), (0.5, Materials.Own("#6fae36")), (1, Materials.Own("#37701d")));
        foreach (var (x, y, turn, size) in leaves)
        {
            s.Add($"""<g transform="translate({x},{y}) rotate({turn}) scale({size})"><path d="M0,56 C-58,30 -62,-40 0,-92 C62,-40 58,30 0,56Z" fill="#14300a" opacity=".35" transform="translate(7,12)"/>""");
            s.Add($"""<path d="M0,56 C-58,30 -62,-40 0,-92 C62,-40 58,30 0,56Z" fill="{leaf}"/><path d="M0,52 V-70 M0,20 L-28,-6 M0,20 L28,-6 M0,-14 L-24,-38 M0,-14 L24,-38" stroke="#e6ffb8" stroke-opacity=".7" stroke-width="4" stroke-linecap="round" fill="none"/></g>""");
        }
    }

    private static void Fillet(SvgSketch s)
    {
        const string Shape = "M-146,34 C-168,-24 -104,-84 -18,-92 C82,-104 170,-60 168,6 C168,66 96,110 6,112 C-74,116 -130,86 -146,34Z";
        var crust = s.Spot(-50, -60, 300, (0, Materials.Own("#ffd08a")), (0.4, Materials.Own("#ea9a4a")), (0.75, Materials.Own("#c46a28")), (1, Materials.Own("#84401a")));
        var clip = s.Clip($"""<path d="{Shape}"/>""");
        s.Add($"""<g transform="rotate(-18)"><path d="{Shape}" fill="#2a1206" opacity=".5" transform="translate(12,22)"/><path d="{Shape}" fill="{crust}"/><g clip-path="{clip}">""");
        for (var x = -190; x <= 190; x += 62)
        {
            s.Add($"""<path d="M{x},140 L{x + 74},-130" stroke="#5a2408" stroke-opacity=".75" stroke-width="17"/><path d="M{x + 13},140 L{x + 87},-130" stroke="#ffe2b0" stroke-opacity=".35" stroke-width="5"/>""");
        }

        s.Add($"""<ellipse cx="-40" cy="-58" rx="110" ry="30" fill="{s.Soft(Rgb.White, 0.75)}" transform="rotate(-10 -40 -58)"/></g></g>""");
    }

    private static void Lemon(SvgSketch s, int x, int y)
    {
        s.Add($"""<circle cx="{x + 8}" cy="{y + 12}" r="70" fill="#000" opacity=".28"/><circle cx="{x}" cy="{y}" r="70" fill="#f7c81e"/><circle cx="{x}" cy="{y}" r="61" fill="#fff8d8"/>""");
        var flesh = s.Spot(x - 14, y - 16, 70, (0, Rgb.Parse("#fff3a0")), (1, Rgb.Parse("#f7d437")));
        for (var turn = 0; turn < 360; turn += 45)
        {
            s.Add($"""<path transform="translate({x},{y}) rotate({turn})" d="M0,-6 L-18,-46 Q0,-62 18,-46Z" fill="{flesh}"/>""");
        }
    }

    private static void Tomato(SvgSketch s, int x, int y, int r)
    {
        var skin = s.Spot(x - (r * 0.35), y - (r * 0.4), r * 1.5, (0, Rgb.Parse("#ff8a6a")), (0.45, Rgb.Parse("#e2382a")), (1, Rgb.Parse("#8d0f0c")));
        s.Add($"""<ellipse cx="{x + 9}" cy="{y + 13}" rx="{r}" ry="{r}" fill="#000" opacity=".3"/><circle cx="{x}" cy="{y}" r="{r}" fill="{skin}"/>""");
        s.Add($"""<ellipse cx="{x - (r * 0.35):0.#}" cy="{y - (r * 0.4):0.#}" rx="{r * 0.32:0.#}" ry="{r * 0.2:0.#}" fill="#fff" opacity=".85" transform="rotate(-36 {x - (r * 0.35):0.#} {y - (r * 0.4):0.#})"/>""");
    }

    private static void Sauce(SvgSketch s)
    {
        (int X, int Y, int R)[] drops = [(212, -40, 15), (224, 6, 11), (-214, -116, 12), (4, 214, 14), (-44, 224, 10), (196, 140, 10)];
        foreach (var (x, y, r) in drops)
        {
            s.Add($"""<circle cx="{x}" cy="{y}" r="{r}" fill="#5f8f2a"/><circle cx="{x - (r * 0.3):0.#}" cy="{y - (r * 0.35):0.#}" r="{r * 0.3:0.#}" fill="#fff" opacity=".85"/>""");
        }
    }
}
