using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A running shoe from the side: knitted upper, thick foam, laces.</summary>
internal sealed class ShoeMotif : Motif
{
    private const string Upper =
        "M-430,104 C-452,30 -440,-52 -424,-110 C-414,-150 -424,-190 -404,-214 C-384,-226 -366,-200 -346,-176 C-304,-126 -226,-112 -168,-148 "
        + "C-140,-176 -128,-226 -92,-240 C-72,-246 -52,-232 -40,-214 C14,-140 92,-74 176,-34 C264,4 372,12 436,56 C468,80 476,104 462,122 "
        + "C420,148 330,150 200,134 C60,118 -100,110 -200,104 C-300,98 -400,96 -430,104Z";

    private const string Foam =
        "M-456,92 C-490,140 -492,222 -436,252 C-330,286 -140,262 20,268 C190,276 350,270 446,208 C492,176 500,128 472,98 "
        + "C440,132 330,142 200,126 C60,110 -100,102 -200,94 C-300,86 -410,80 -456,92Z";

    internal override string Name => "shoe";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 10, 292, 480, 58);
        s.Add($"""<g transform="translate(0,10) rotate(-9)">""");
        Lining(s, m);
        Knit(s, m);
        Panels(s, m);
        Laces(s, m);
        Sole(s, m);
        s.Add($"</g>");
        return [Body(s)];
    }

    private static void Lining(SvgSketch s, Materials m)
    {
        var dark = s.Sweep(0, -260, 0, -110, (0, m.Body(-0.34)), (1, m.Body(-0.22)));
        s.Add($"""<path d="M-404,-214 C-392,-240 -350,-238 -310,-214 C-250,-184 -190,-190 -150,-222 C-134,-246 -110,-262 -84,-254 L-92,-236 C-124,-220 -140,-176 -168,-140 C-226,-104 -310,-118 -346,-170Z" fill="{dark}"/>""");
        s.Add($"""<path d="M-398,-222 C-384,-238 -350,-234 -312,-212 C-254,-182 -192,-188 -152,-220" fill="none" stroke="{m.Trim(0.04)}" stroke-width="11" stroke-linecap="round"/>""");
    }

    private static void Knit(SvgSketch s, Materials m)
    {
        var yarn = s.Sweep(-200, -240, 120, 150, (0, m.Body(0.14)), (0.35, m.Body(0.04)), (0.7, m.Body(-0.06)), (1, m.Body(-0.20)));
        var weave = s.Texture(13, 13, 32, $"""<path d="M0,6.5 C3,2 10,2 13,6.5" fill="none" stroke="#fff" stroke-opacity=".20" stroke-width="2.4"/><path d="M0,11 C3,6.5 10,6.5 13,11" fill="none" stroke="#000" stroke-opacity=".16" stroke-width="2.4"/>""");
        s.Add($"""<path d="{Upper}" fill="{yarn}"/><path d="{Upper}" fill="{weave}"/>""");
        var clip = s.Clip($"""<path d="{Upper}"/>""");
        s.Add($"""<g clip-path="{clip}"><ellipse cx="300" cy="20" rx="230" ry="80" fill="{s.Soft(Rgb.White, 0.42)}" transform="rotate(16 300 20)"/>""");
        s.Add($"""<ellipse cx="-40" cy="150" rx="500" ry="90" fill="{s.Soft(Rgb.Black, 0.55)}"/>""");
        s.Add($"""<ellipse cx="-250" cy="-60" rx="150" ry="110" fill="{s.Soft(Rgb.White, 0.28)}"/></g>""");
    }

    private static void Panels(SvgSketch s, Materials m)
    {
        var clip = s.Clip($"""<path d="{Upper}"/>""");
        var trim = s.Sweep(-440, -200, -300, 110, (0, m.Trim(0.12)), (0.5, m.Trim(-0.02)), (1, m.Trim(-0.16)));
        var toe = s.Sweep(300, 0, 420, 140, (0, m.Body(0.02)), (0.4, m.Body(-0.10)), (1, m.Body(-0.24)));
        s.Add($"""<g clip-path="{clip}"><path d="M480,60 C420,40 372,60 338,96 C322,114 316,130 314,160 H490Z" fill="{toe}"/>""");
        s.Add($"""<path d="M470,52 C416,40 370,62 338,97 C322,115 317,130 315,150" fill="none" stroke="#fff" stroke-opacity=".30" stroke-width="3"/>""");
        s.Add($"""<path d="M-470,120 V-230 H-392 C-376,-150 -372,-60 -318,10 C-290,48 -262,76 -246,120Z" fill="{trim}"/>""");
        s.Add($"""<path d="M-394,-226 C-378,-150 -373,-60 -319,10 C-291,48 -263,76 -247,112" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="3"/>""");
        s.Add($"""<path d="M-400,-150 C-392,-80 -380,-20 -340,40" fill="none" stroke="{m.Trim(-0.22)}" stroke-opacity=".6" stroke-width="3" stroke-dasharray="10 7"/>""");
        var flash = s.Sweep(-220, 110, 110, -90, (0, m.Accent(-0.06)), (0.6, m.Accent(0.06)), (1, m.Accent(0.16)));
        s.Add($"""<path d="M-214,112 C-150,110 -70,60 -6,-14 C22,-48 46,-86 58,-122 L104,-86 C92,-40 60,14 10,58 C-30,94 -70,112 -96,116Z" fill="{flash}"/>""");
        s.Add($"""<path d="M-60,120 C0,108 74,56 118,-6 C132,-26 140,-46 144,-62 L172,-46 C166,-12 138,38 96,78 C66,106 36,122 10,126Z" fill="{flash}" opacity=".8"/>""");
        s.Add($"""<path d="M-214,112 C-150,110 -70,60 -6,-14 C22,-48 46,-86 58,-122" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="3"/>""");

        // The stay that the laces run through, along the throat.
        var stay = s.Sweep(-120, -200, 130, 0, (0, m.Body(0.08)), (1, m.Body(-0.14)));
        s.Add($"""<path d="M-132,-196 C-84,-118 0,-42 96,10 C140,32 176,30 190,6 C196,-12 190,-26 176,-34 L-40,-214 L-92,-250Z" fill="{stay}"/>""");
        s.Add($"""<path d="M-130,-192 C-82,-116 2,-40 98,12 C140,34 176,30 190,6" fill="none" stroke="#000" stroke-opacity=".28" stroke-width="5"/>""");
        s.Add($"""<path d="M-124,-194 C-78,-120 4,-46 98,4 C138,24 168,24 182,4" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="2.5" stroke-dasharray="9 6"/></g>""");
        s.Add($"""<path d="{Upper}" fill="none" stroke="{m.Rim}" stroke-opacity=".40" stroke-width="3"/>""");
        s.Add($"""<path d="M-346,-176 C-304,-126 -226,-112 -168,-148 C-140,-176 -128,-226 -92,-240" fill="none" stroke="{m.Trim(0.08)}" stroke-width="15" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-342,-180 C-300,-132 -228,-118 -170,-154" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="4" stroke-linecap="round"/>""");
    }

    private static void Laces(SvgSketch s, Materials m)
    {
        var cord = m.BodyBase.Luminance > 0.55 ? m.Trim(-0.05) : m.Paper(0.97);
        (double X1, double Y1, double X2, double Y2)[] laces =
        [
            (-106, -174, -42, -226), (-70, -128, 6, -176), (-26, -84, 56, -128), (26, -42, 108, -84), (84, -4, 162, -46),
        ];
        foreach (var (x1, y1, x2, y2) in laces)
        {
            s.Add($"""<path d="M{x1 + 3},{y1 + 8} Q{((x1 + x2) / 2) + 16:0.#},{((y1 + y2) / 2) + 14:0.#} {x2 + 3},{y2 + 8}" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="17" stroke-linecap="round"/>""");
            s.Add($"""<path d="M{x1},{y1} Q{((x1 + x2) / 2) + 12:0.#},{((y1 + y2) / 2) + 8:0.#} {x2},{y2}" fill="none" stroke="{cord}" stroke-width="17" stroke-linecap="round"/>""");
            s.Add($"""<path d="M{x1},{y1 - 4} Q{((x1 + x2) / 2) + 10:0.#},{((y1 + y2) / 2) + 2:0.#} {x2},{y2 - 4}" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="4" stroke-linecap="round"/>""");
            s.Add($"""<circle cx="{x1}" cy="{y1}" r="7" fill="{m.Metal(0.30)}"/>""");
        }

        // The bow hangs to the near side.
        foreach (var loop in (ReadOnlySpan<string>)["M-78,-222 C-150,-236 -168,-176 -132,-160 C-104,-150 -84,-184 -76,-214", "M-70,-222 C-40,-196 -58,-134 -28,-128 C2,-124 -12,-186 -62,-222", "M-76,-216 C-92,-180 -98,-150 -92,-112"])
        {
            s.Add($"""<path d="{loop}" fill="none" stroke="#000" stroke-opacity=".30" stroke-width="11" stroke-linecap="round" transform="translate(3,7)"/>""");
            s.Add($"""<path d="{loop}" fill="none" stroke="{cord}" stroke-width="11" stroke-linecap="round"/>""");
        }

        s.Add($"""<ellipse cx="-74" cy="-219" rx="13" ry="10" fill="{cord}" stroke="#000" stroke-opacity=".2" stroke-width="2"/>""");
    }

    private static void Sole(SvgSketch s, Materials m)
    {
        var foam = s.Sweep(0, 86, 0, 280, (0, m.Paper(0.99)), (0.45, m.Paper(0.93)), (0.8, m.Paper(0.80)), (1, m.Paper(0.66)));
        s.Add($"""<path d="{Foam}" fill="{foam}"/>""");
        var clip = s.Clip($"""<path d="{Foam}"/>""");
        var rubber = s.Sweep(0, 230, 0, 280, (0, m.Trim(-0.02)), (1, m.Trim(-0.24)));
        s.Add($"""<g clip-path="{clip}"><path d="M-480,160 C-300,214 -100,176 60,186 C240,196 400,190 500,130" fill="none" stroke="{m.Paper(0.72)}" stroke-width="5"/>""");
        s.Add($"""<path d="M-480,167 C-300,221 -100,183 60,193 C240,203 400,197 500,137" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="4"/>""");
        s.Add($"""<path d="M-500,190 C-440,232 -330,262 -140,242 C0,234 120,246 250,242 C360,236 440,200 500,150 V320 H-500Z" fill="{rubber}"/>""");
        for (var x = -410; x <= 430; x += 40)
        {
            s.Add($"""<path d="M{x},286 l10,-24 h10 l-10,24Z" fill="#000" opacity=".38"/>""");
        }

        s.Add($"""<ellipse cx="-380" cy="150" rx="70" ry="20" fill="{m.Accent()}" opacity=".9" transform="rotate(10 -380 150)"/>""");
        s.Add($"""<path d="M-452,104 C-300,96 -100,112 60,124 C240,140 400,146 468,112" fill="none" stroke="#000" stroke-opacity=".22" stroke-width="8"/></g>""");
        s.Add($"""<path d="M-448,98 C-300,92 -100,108 60,120 C240,136 400,142 464,110" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="3.5"/>""");
    }
}
