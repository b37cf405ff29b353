using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>An open laptop with a dashboard; two of its figures float in front.</summary>
internal sealed class LaptopMotif : Motif
{
    internal override string Name => "laptop";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 306, 490, 46);
        Lid(s, m);
        Dashboard(s, m);
        Deck(s, m);
        return [Body(s), Front("cards", Cards(m))];
    }

    private static void Lid(SvgSketch s, Materials m)
    {
        var metal = s.Sweep(-400, -330, 400, 200, (0, m.Metal(0.95)), (0.3, m.Metal(0.55)), (0.6, m.Metal(0.80)), (1, m.Metal(0.45)));
        s.Add($"""<rect x="-398" y="-324" width="796" height="524" rx="34" fill="{metal}"/><rect x="-391" y="-317" width="782" height="520" rx="28" fill="#06070a"/>""");
        s.Add($"""<circle cy="-302" r="4" fill="#2a3550"/>""");
    }

    private static void Dashboard(SvgSketch s, Materials m)
    {
        var clip = s.Clip($"""<rect x="-368" y="-288" width="736" height="462" rx="10"/>""");
        var page = m.IsLight ? m.Paper(0.97) : m.Body(-0.38);
        var tile = m.IsLight ? Rgb.White : m.Body(-0.22);
        var words = m.IsLight ? m.Paper(0.28) : Rgb.White;
        s.Add($"""<g clip-path="{clip}"><rect x="-368" y="-288" width="736" height="462" fill="{page}"/><circle cx="260" cy="-240" r="330" fill="{s.Soft(m.Trim(), 0.35)}"/>""");
        s.Add($"""<rect x="-368" y="-288" width="112" height="462" fill="{(m.IsLight ? m.Body(-0.04) : m.Body(-0.30))}"/>""");
        s.Add($"""<rect x="-344" y="-262" width="64" height="16" rx="8" fill="#fff"/>""");
        for (var i = 0; i < 5; i++)
        {
            s.Add($"""<rect x="-346" y="{-206 + (i * 46)}" width="16" height="16" rx="5" fill="#fff" opacity="{(i == 0 ? 1 : 0.55)}"/>""");
            s.Add($"""<rect x="-322" y="{-203 + (i * 46)}" width="{44 - (i % 3 * 8)}" height="9" rx="4.5" fill="#fff" opacity="{(i == 0 ? 1 : 0.5)}"/>""");
        }

        Rgb[] colours = [m.Accent(), m.Trim(), m.Body(0.08)];
        for (var i = 0; i < 3; i++)
        {
            var x = -234 + (i * 198);
            s.Add($"""<rect x="{x}" y="-262" width="180" height="92" rx="16" fill="{tile}"/><rect x="{x + 18}" y="-244" width="60" height="9" rx="4.5" fill="{words}" opacity=".45"/>""");
            s.Add($"""<rect x="{x + 18}" y="-222" width="84" height="20" rx="10" fill="{words}"/><circle cx="{x + 146}" cy="-216" r="18" fill="{colours[i]}"/>""");
            s.Add($"""<path d="M{x + 139},-210 l7,-11 l7,11" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>""");
        }

        s.Add($"""<rect x="-234" y="-150" width="378" height="300" rx="18" fill="{tile}"/><rect x="164" y="-150" width="180" height="300" rx="18" fill="{tile}"/>""");
        const string Line = "M-210,90 C-170,70 -160,20 -120,24 S-70,60 -30,10 S30,-70 66,-50 S110,-90 122,-104";
        s.Add($"""<path d="{Line} V130 H-210Z" fill="{s.Sweep(0, -100, 0, 130, (0, m.Accent(), 0.55), (1, m.Accent(), 0))}"/>""");
        s.Add($"""<path d="{Line}" fill="none" stroke="{m.Accent()}" stroke-width="8" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-210,110 C-150,100 -120,70 -70,84 S20,30 122,10" fill="none" stroke="{m.Trim()}" stroke-width="6" stroke-linecap="round" stroke-dasharray="2 13"/>""");
        s.Add($"""<circle cx="122" cy="-104" r="11" fill="#fff" stroke="{m.Accent()}" stroke-width="6"/>""");
        s.Add($"""<g transform="translate(254,-56) rotate(-90)" fill="none" stroke-width="24"><circle r="54" stroke="{words}" stroke-opacity=".12"/>""");
        s.Add($"""<circle r="54" stroke="{m.Trim()}" stroke-dasharray="220 400" stroke-linecap="round"/>""");
        s.Add($"""<circle r="54" stroke="{m.Accent()}" stroke-dasharray="110 400" stroke-linecap="round"/></g>""");
        for (var i = 0; i < 3; i++)
        {
            s.Add($"""<circle cx="196" cy="{52 + (i * 34)}" r="7" fill="{colours[i]}"/>""");
            s.Add($"""<rect x="214" y="{47 + (i * 34)}" width="{96 - (i * 18)}" height="10" rx="5" fill="{words}" opacity=".6"/>""");
        }

        s.Add($"""<path d="M-368,-288 H40 L-300,174 H-368Z" fill="{s.Sweep(-368, -288, -60, 60, (0, Rgb.White, 0.24), (1, Rgb.White, 0.02))}"/></g>""");
    }

    private static void Deck(SvgSketch s, Materials m)
    {
        var deck = s.Sweep(-400, 190, 300, 300, (0, m.Metal(0.92)), (0.4, m.Metal(0.72)), (0.7, m.Metal(0.86)), (1, m.Metal(0.60)));
        s.Add($"""<path d="M-398,200 H398 L484,278 H-484Z" fill="{deck}"/><path d="M-352,208 H352 L390,242 H-390Z" fill="{m.Metal(0.20)}"/>""");
        for (var row = 0; row < 3; row++)
        {
            var y = 215 + (row * 10);
            var half = 346 + (row * 11);
            s.Add($"""<path d="M{-half},{y} H{half}" stroke="{m.Metal(0.42)}" stroke-width="6" stroke-dasharray="{(half * 2 / 14.0) - 5:0.##} 5"/>""");
        }

        s.Add($"""<path d="M-96,249 H96 L108,274 H-108Z" fill="{m.Metal(0.66)}" stroke="#fff" stroke-opacity=".35" stroke-width="1.5"/>""");
        var lip = s.Sweep(0, 278, 0, 302, (0, m.Metal(0.98)), (0.35, m.Metal(0.60)), (1, m.Metal(0.25)));
        s.Add($"""<path d="M-484,278 H484 C484,292 466,302 446,302 H-446 C-466,302 -484,292 -484,278Z" fill="{lip}"/>""");
        s.Add($"""<path d="M-74,278 H74 C74,288 62,290 54,290 H-54 C-62,290 -74,288 -74,278Z" fill="{m.Metal(0.34)}"/>""");
        s.Add($"""<path d="M-398,200 H398" stroke="#000" stroke-opacity=".55" stroke-width="5"/>""");
    }

    private static SvgSketch Cards(Materials m)
    {
        var s = new SvgSketch();
        Card(s, m, 352, -284, 6);
        s.Add($"""<g transform="translate(-392,60) rotate(-6)"><ellipse cy="62" rx="120" ry="60" fill="{s.Soft(m.Shadow, m.IsLight ? 0.4 : 0.75)}"/>""");
        s.Add($"""<rect x="-78" y="-78" width="156" height="156" rx="42" fill="{s.Linear(0, 0, 1, 1, (0, m.Accent(0.10)), (1, m.Body(-0.02)))}"/>""");
        s.Add($"""<rect x="-77" y="-77" width="154" height="154" rx="41" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2.5"/>""");
        s.Add($"""<path d="M-36,32 V4 M-12,32 V-14 M12,32 V-2 M36,32 V-34" stroke="#fff" stroke-width="14" stroke-linecap="round"/></g>""");
        return s;
    }

    private static void Card(SvgSketch s, Materials m, double x, double y, double degrees)
    {
        var words = m.Paper(0.22);
        s.Add($"""<g transform="translate({x},{y}) rotate({degrees})"><ellipse cy="58" rx="190" ry="66" fill="{s.Soft(m.Shadow, m.IsLight ? 0.4 : 0.75)}"/>""");
        s.Add($"""<rect x="-142" y="-62" width="284" height="124" rx="34" fill="{s.Linear(0, 0, 1, 1, (0, Rgb.White, 0.98), (1, m.Paper(0.93), 0.94))}"/>""");
        s.Add($"""<rect x="-141" y="-61" width="282" height="122" rx="33" fill="none" stroke="#fff" stroke-width="2.5"/>""");
        s.Add($"""<circle cx="-84" r="36" fill="{s.Linear(0, 0, 1, 1, (0, m.Trim(0.06)), (1, m.Body(-0.02)))}"/>""");
        s.Add($"""<path d="M-98,10 l12,-16 l10,9 l14,-18" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>""");
        s.Add($"""<rect x="-32" y="-26" width="140" height="17" rx="8.5" fill="{words}"/><rect x="-32" y="6" width="92" height="13" rx="6.5" fill="{words}" opacity=".4"/></g>""");
    }
}
