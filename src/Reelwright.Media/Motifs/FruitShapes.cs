using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>Fruit in its own colours, each round its centre.</summary>
internal static class FruitShapes
{
    internal static void Apple(SvgSketch s, double x, double y, double r, string skin, double turn)
    {
        const string Outline = "M0,-72 C24,-96 96,-94 100,-18 C102,50 58,98 26,96 C12,96 8,90 0,90 C-8,90 -12,96 -26,96 C-58,98 -102,50 -100,-18 C-96,-94 -24,-96 0,-72Z";
        var round = s.Radial(0.34, 0.28, 0.85, (0, Materials.Own(skin, 0.20)), (0.35, Materials.Own(skin, 0.04)), (0.75, Materials.Own(skin, -0.10)), (0.95, Materials.Own(skin, -0.24)), (1, Materials.Own(skin, -0.16)));
        s.Add($"""<g transform="translate({x},{y}) rotate({turn}) scale({r / 100})"><path d="{Outline}" fill="#000" opacity=".30" transform="translate(8,12)"/><path d="{Outline}" fill="{round}"/>""");
        s.Add($"""<path d="M-12,-66 C-44,-40 -56,10 -46,70 M14,-64 C44,-40 54,10 46,66" fill="none" stroke="#ffe08a" stroke-opacity=".22" stroke-width="9" stroke-linecap="round"/><ellipse cy="-66" rx="34" ry="14" fill="{s.Soft(Rgb.Black, 0.75)}"/>""");
        s.Add($"""<path d="M0,-64 C0,-84 6,-104 20,-118" fill="none" stroke="#5b3a1e" stroke-width="10" stroke-linecap="round"/><path d="M6,-92 C22,-132 66,-134 92,-112 C70,-84 34,-78 6,-92Z" fill="{s.Linear(0, 0, 1, 1, (0, Materials.Own("#b2e06a")), (1, Materials.Own("#4f8d2f")))}"/>""");
        s.Add($"""<ellipse cx="-46" cy="-40" rx="20" ry="34" fill="#fff" opacity=".62" transform="rotate(32 -46 -40)"/><ellipse cx="-66" cy="8" rx="6" ry="14" fill="#fff" opacity=".45" transform="rotate(8 -66 8)"/></g>""");
    }

    internal static void Citrus(SvgSketch s, double x, double y, double r, string skin)
    {
        var round = s.Radial(0.34, 0.28, 0.82, (0, Materials.Own(skin, 0.14)), (0.4, Materials.Own(skin)), (0.8, Materials.Own(skin, -0.12)), (0.96, Materials.Own(skin, -0.24)), (1, Materials.Own(skin, -0.16)));
        var pores = s.Texture(13, 11, 20, $"""<circle cx="4" cy="4" r="1.9" fill="#000" fill-opacity=".14"/><circle cx="3.4" cy="3.2" r="1.2" fill="#fff" fill-opacity=".28"/><circle cx="10.5" cy="9" r="1.6" fill="#000" fill-opacity=".12"/>""");
        s.Add($"""<g transform="translate({x},{y})"><circle cx="7" cy="11" r="{r}" fill="#000" opacity=".30"/><circle r="{r}" fill="{round}"/><circle r="{r}" fill="{pores}"/>""");
        s.Add($"""<ellipse cx="{-r * 0.4}" cy="{-r * 0.44}" rx="{r * 0.34}" ry="{r * 0.22}" fill="{s.Soft(Rgb.White, 0.95)}" transform="rotate(-40 {-r * 0.4} {-r * 0.44})"/><ellipse cx="{r * 0.12}" cy="{-r * 0.72}" rx="{r * 0.13}" ry="{r * 0.08}" fill="#6f8a2c"/><circle cx="{r * 0.12}" cy="{-r * 0.74}" r="{r * 0.045}" fill="#c9d97a"/></g>""");
    }

    internal static void Lemon(SvgSketch s, double x, double y, double turn)
    {
        const string Outline = "M-108,4 C-98,-6 -94,-18 -82,-34 C-50,-78 44,-80 80,-34 C92,-18 100,-8 112,-2 C120,4 116,14 106,14 C94,18 90,28 78,40 C40,80 -48,76 -82,36 C-92,24 -98,18 -106,16 C-114,14 -114,10 -108,4Z";
        var rind = s.Radial(0.36, 0.24, 0.8, (0, Materials.Own("#fff59a")), (0.4, Materials.Own("#ffdf3a")), (0.85, Materials.Own("#e3a81a")), (1, Materials.Own("#c98a16")));
        s.Add($"""<g transform="translate({x},{y}) rotate({turn}) scale(0.86)"><path d="{Outline}" fill="#000" opacity=".30" transform="translate(4,13)"/><path d="{Outline}" fill="{rind}"/><ellipse cx="-30" cy="-34" rx="40" ry="15" fill="#fff" opacity=".65" transform="rotate(-12 -30 -34)"/></g>""");
    }

    internal static void Pear(SvgSketch s, double x, double y, double turn)
    {
        const string Outline = "M0,-150 C34,-152 42,-112 48,-78 C58,-34 102,-8 102,52 C102,110 54,134 0,134 C-54,134 -102,110 -102,52 C-102,-8 -58,-34 -48,-78 C-42,-112 -34,-150 0,-150Z";
        var skin = s.Radial(0.34, 0.44, 0.72, (0, Materials.Own("#f3f2a0")), (0.4, Materials.Own("#cfdb55")), (0.8, Materials.Own("#98ad33")), (1, Materials.Own("#6e8425")));
        s.Add($"""<g transform="translate({x},{y}) rotate({turn})"><path d="{Outline}" fill="#000" opacity=".30" transform="translate(8,10)"/><path d="{Outline}" fill="{skin}"/>""");
        s.Add($"""<ellipse cx="52" cy="40" rx="60" ry="84" fill="{s.Soft(Rgb.Parse("#e0673a"), 0.55)}"/><path d="M0,-146 C-2,-172 6,-192 20,-204" fill="none" stroke="#5b3a1e" stroke-width="11" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-22,-116 C-34,-60 -78,-20 -78,36" fill="none" stroke="#fff" stroke-opacity=".60" stroke-width="15" stroke-linecap="round"/></g>""");
    }

    internal static void Bananas(SvgSketch s, double x, double y)
    {
        const string Outline = "M-16,-34 L14,-36 C20,0 44,40 82,100 C112,160 104,226 64,282 L44,292 C40,226 20,160 -22,90 C-36,50 -30,10 -16,-34Z";
        s.Add($"""<g transform="translate({x},{y})">""");

        // The hindmost has nothing behind it to cast a shadow on.
        foreach (var turn in (ReadOnlySpan<double>)[30, 12, -8])
        {
            var peel = s.Sweep(-40, 0, 120, 40, (0, Materials.Own("#fff08a")), (0.35, Materials.Own("#ffd93b")), (0.7, Materials.Own("#f0b01f")), (1, Materials.Own("#b97c12")));
            s.Add($"""<g transform="translate(-20,-200) rotate({turn})"><path d="{Outline}" fill="#000" opacity="{(turn < 30 ? 0.2 : 0)}" transform="translate(-9,5)"/>""");
            s.Add($"""<path d="{Outline}" fill="{peel}"/><path d="M-4,-20 C-6,40 14,90 40,140 C58,190 62,240 56,280" fill="none" stroke="#fff6b8" stroke-opacity=".85" stroke-width="9" stroke-linecap="round"/>""");
            s.Add($"""<path d="M16,-20 C24,20 50,70 74,112 C96,160 92,220 64,272" fill="none" stroke="#8a5a0c" stroke-opacity=".4" stroke-width="6" stroke-linecap="round"/></g>""");
        }

        s.Add($"""<path d="M-42,-238 C-44,-266 -36,-290 -22,-304 L10,-296 C4,-276 4,-256 8,-236Z" fill="{s.Linear(0, 0, 1, 0, (0, Materials.Own("#c9b13a")), (1, Materials.Own("#7a6418")))}"/><path d="M-22,-304 L10,-296" stroke="#4a3510" stroke-width="9" stroke-linecap="round"/></g>""");
    }

    internal static void Pineapple(SvgSketch s, double x, double y, double turn)
    {
        s.Add($"""<g transform="translate({x},{y}) rotate({turn})">""");
        for (var ring = 0; ring < 3; ring++)
        {
            for (var i = -3 + ring; i <= 3 - ring; i++)
            {
                var length = 0.78 + (ring * 0.13) - (Math.Abs(i) * 0.08);
                var light = (i * -0.025) + (ring * 0.03);
                var blade = s.Linear(0, 0, 1, 0, (0, Materials.Own("#8fcf6a", light)), (0.48, Materials.Own("#4d9448", light)), (0.52, Materials.Own("#3a7a3c", light)), (1, Materials.Own("#245a30", light)));
                s.Add($"""<path d="M-24,0 C-34,-70 -22,-150 0,-232 C22,-150 34,-70 24,0Z" fill="{blade}" transform="translate({i * 12},{-118 + (ring * 6)}) rotate({i * 19}) scale({length:0.##})"/>""");
            }
        }

        const string Fruit = "M0,-142 C84,-142 128,-80 128,20 C128,150 84,230 0,230 C-84,230 -128,150 -128,20 C-128,-80 -84,-142 0,-142Z";
        var eyes = s.Texture(46, 46, 45, $"""<rect width="46" height="46" fill="#6d3d0c" fill-opacity=".55"/><rect x="3" y="3" width="40" height="40" rx="9" fill="#f2ae33"/><path d="M6,40 V12 Q6,6 12,6 H40" fill="none" stroke="#ffe28a" stroke-width="5"/><circle cx="25" cy="25" r="5" fill="#8a5412"/>""");
        s.Add($"""<path d="{Fruit}" fill="{eyes}"/><path d="{Fruit}" fill="{s.Radial(0.34, 0.30, 0.8, (0, Rgb.White, 0.40), (0.35, Rgb.White, 0), (0.6, Rgb.Parse("#5a2a06"), 0.08), (1, Rgb.Parse("#3a1a04"), 0.72))}"/></g>""");
    }

    internal static void Leaves(SvgSketch s, double x, double y)
    {
        (double Turn, double Size, double Light)[] heads = [(-46, 1.0, -0.10), (30, 0.98, -0.06), (-16, 1.08, 0.02)];
        s.Add($"""<g transform="translate({x},{y})">""");
        foreach (var (turn, size, light) in heads)
        {
            var leaf = s.Linear(0, 0, 1, 1, (0, Materials.Own("#c3e67a", light)), (0.5, Materials.Own("#7fbc48", light)), (1, Materials.Own("#3f7f2e", light)));
            s.Add($"""<g transform="rotate({turn}) scale({size})"><path d="M0,110 C-50,90 -62,60 -52,36 C-84,30 -92,-10 -66,-30 C-92,-58 -72,-96 -44,-98 C-44,-132 -14,-150 4,-136 C30,-152 56,-126 50,-98 C80,-92 92,-56 68,-32 C92,-8 84,30 54,36 C62,62 48,92 0,110Z" fill="{leaf}"/>""");
            s.Add($"""<path d="M0,104 C-4,40 -4,-30 2,-116 M-2,30 L-44,0 M-2,30 L40,-2 M-1,-30 L-44,-62 M0,-30 L42,-64" fill="none" stroke="#eef9c8" stroke-opacity=".75" stroke-width="7" stroke-linecap="round"/></g>""");
        }

        s.Add($"</g>");
    }
}
