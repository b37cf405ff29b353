using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A ribbed cabin suitcase with its handle out; a paper plane flies past in front.</summary>
internal sealed class TravelMotif : Motif
{
    internal override string Name => "travel";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 10, 470, 330, 44);
        Handle(s, m);
        Wheels(s, m);
        Shell(s, m);
        Fittings(s, m);
        return [Body(s), Front("plane", Plane(m))];
    }

    private static void Handle(SvgSketch s, Materials m)
    {
        var tube = s.Linear(0, 0, 1, 0, (0, m.Metal(0.30)), (0.3, m.Metal(0.97)), (0.65, m.Metal(0.55)), (1, m.Metal(0.28)));
        s.Add($"""<rect x="-112" y="-440" width="26" height="260" fill="{tube}"/><rect x="92" y="-440" width="26" height="260" fill="{tube}"/>""");
        s.Add($"""<rect x="-136" y="-486" width="278" height="62" rx="30" fill="{s.Linear(0, 0, 0, 1, (0, m.Paper(0.50)), (0.3, m.Paper(0.28)), (1, m.Paper(0.12)))}"/>""");
        s.Add($"""<path d="M-106,-472 H112" stroke="#fff" stroke-opacity=".45" stroke-width="6" stroke-linecap="round"/>""");
    }

    private static void Wheels(SvgSketch s, Materials m)
    {
        foreach (var x in (ReadOnlySpan<int>)[-196, 206])
        {
            s.Add($"""<rect x="{x - 34}" y="400" width="68" height="40" rx="10" fill="{m.Paper(0.22)}"/>""");
            s.Turned(x, 444, 34, 0, angle => m.Paper(0.14 + (0.12 * Math.Pow(Math.Abs(Math.Cos(angle * Math.PI / 180)), 3))), 48);
            s.Add($"""<circle cx="{x}" cy="444" r="15" fill="{m.Metal(0.80)}"/><circle cx="{x}" cy="444" r="5" fill="{m.Metal(0.3)}"/>""");
        }
    }

    private static void Shell(SvgSketch s, Materials m)
    {
        var side = s.Sweep(200, 0, 310, 0, (0, m.Body(-0.14)), (0.6, m.Body(-0.26)), (1, m.Body(-0.12)));
        s.Add($"""<rect x="-240" y="-232" width="550" height="656" rx="76" fill="{side}"/><path d="M262,-190 V380" stroke="#000" stroke-opacity=".45" stroke-width="7"/>""");
        s.Add($"""<path d="M268,-190 V380" stroke="{m.Metal(0.9)}" stroke-opacity=".7" stroke-width="3"/>""");
        var front = s.Sweep(-280, -240, 250, 420, (0, m.Body(0.16)), (0.3, m.Body(0.05)), (0.7, m.Body(-0.08)), (1, m.Body(-0.20)));
        s.Add($"""<rect x="-272" y="-240" width="514" height="664" rx="80" fill="{front}"/>""");
        var clip = s.Clip($"""<rect x="-272" y="-240" width="514" height="664" rx="80"/>""");
        s.Add($"""<g clip-path="{clip}">""");
        var rib = s.Linear(0, 0, 1, 0, (0, Rgb.Black, 0.30), (0.16, Rgb.White, 0.34), (0.34, Rgb.White, 0.05), (0.75, Rgb.Black, 0.04), (1, Rgb.Black, 0.30));
        for (var i = 0; i < 7; i++)
        {
            s.Add($"""<rect x="{-238 + (i * 65)}" y="-196" width="54" height="576" rx="26" fill="{rib}"/>""");
        }

        s.Add($"""<ellipse cx="-150" cy="-110" rx="260" ry="210" fill="{s.Soft(Rgb.White, 0.35)}"/><ellipse cx="0" cy="430" rx="380" ry="150" fill="{s.Soft(Rgb.Black, 0.45)}"/></g>""");
        s.Add($"""<rect x="-270" y="-238" width="510" height="660" rx="78" fill="none" stroke="#fff" stroke-opacity=".42" stroke-width="3.5"/>""");
    }

    private static void Fittings(SvgSketch s, Materials m)
    {
        var metal = s.Linear(0, 0, 1, 1, (0, m.Metal(0.98)), (0.5, m.Metal(0.58)), (1, m.Metal(0.86)));
        s.Add($"""<rect x="-94" y="-262" width="160" height="34" rx="17" fill="{m.Paper(0.16)}"/>""");
        s.Add($"""<path d="M-74,-252 H46" stroke="#fff" stroke-opacity=".4" stroke-width="5" stroke-linecap="round"/>""");
        foreach (var y in (ReadOnlySpan<int>)[-60, 220])
        {
            s.Add($"""<rect x="238" y="{y}" width="44" height="56" rx="10" fill="{metal}" stroke="#000" stroke-opacity=".3" stroke-width="2"/>""");
            s.Add($"""<circle cx="260" cy="{y + 28}" r="7" fill="{m.Metal(0.25)}"/>""");
        }

        s.Add($"""<rect x="-70" y="-8" width="112" height="112" rx="26" fill="{metal}"/>""");
        s.Add($"""<rect x="-66" y="-4" width="104" height="104" rx="22" fill="none" stroke="{m.Metal(0.4)}" stroke-opacity=".5" stroke-width="2"/>""");
        s.Add($"""<g transform="translate(-14,48)" fill="none" stroke="{m.Metal(0.26)}" stroke-width="4.5"><circle r="32"/><ellipse rx="13" ry="32"/>""");
        s.Add($"""<path d="M-32,0 H32 M-28,-15 H28 M-28,15 H28"/></g>""");
        s.Add($"""<path d="M104,-410 C150,-360 168,-330 172,-290" fill="none" stroke="{m.Accent(-0.1)}" stroke-width="7"/><g transform="translate(176,-236) rotate(-12)">""");
        s.Add($"""<rect x="-40" y="-56" width="80" height="116" rx="16" fill="{s.Linear(0, 0, 1, 1, (0, m.Accent(0.10)), (1, m.Accent(-0.10)))}"/><circle cy="-36" r="8" fill="#fff"/>""");
        s.Add($"""<rect x="-22" y="-6" width="44" height="8" rx="4" fill="#fff" opacity=".9"/><rect x="-22" y="14" width="30" height="7" rx="3.5" fill="#fff" opacity=".6"/></g>""");
    }

    private static SvgSketch Plane(Materials m)
    {
        var s = new SvgSketch();
        var edge = m.IsLight ? m.Body(-0.05) : Rgb.White;
        s.Add($"""<path d="M-462,-60 C-400,60 -250,40 -290,-60 C-320,-130 -420,-90 -372,-190 C-352,-232 -330,-262 -312,-286" fill="none" stroke="{edge}" stroke-opacity=".65" stroke-width="6" stroke-dasharray="4 18" stroke-linecap="round"/>""");
        s.Add($"""<g transform="translate(-290,-336) rotate(-14)"><path d="M-84,10 L128,-72 L34,82 L6,32Z" fill="{m.Paper(0.97)}"/><path d="M-84,10 L128,-72 L6,32Z" fill="#fff"/>""");
        s.Add($"""<path d="M6,32 L128,-72 L-4,88Z" fill="{m.Paper(0.72)}"/><path d="M6,32 L128,-72 L34,82 L22,60Z" fill="{m.Paper(0.88)}"/>""");
        s.Add($"""<path d="M-84,10 L128,-72" stroke="{m.Body()}" stroke-opacity=".3" stroke-width="2"/></g>""");
        return s;
    }
}
