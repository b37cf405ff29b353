using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A phone with an app of cards, a chart and a list; a confirmation card floats in front of it.</summary>
internal sealed class PhoneMotif : Motif
{
    internal override string Name => "phone";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 20, 474, 300, 42);
        s.Add($"""<g transform="rotate(-8)">""");
        Shell(s, m);
        Screen(s, m);
        s.Add($"</g>");
        return [Body(s), Front("card", FloatingCards(m))];
    }

    private static void Shell(SvgSketch s, Materials m)
    {
        var edge = s.Sweep(-230, -460, 260, 460, (0, m.Metal(0.70)), (0.3, m.Metal(0.34)), (0.6, m.Metal(0.22)), (1, m.Metal(0.52)));
        var band = s.Sweep(-226, -460, 226, 460, (0, m.Metal(0.98)), (0.16, m.Metal(0.66)), (0.38, m.Metal(0.86)), (0.55, m.Metal(0.42)), (0.8, m.Metal(0.76)), (1, m.Metal(0.94)));
        s.Add($"""<rect x="-212" y="-456" width="452" height="920" rx="80" fill="{edge}"/>""");
        s.Add($"""<rect x="226" y="-190" width="16" height="120" rx="6" fill="{m.Metal(0.44)}"/>""");
        s.Add($"""<rect x="-228" y="-464" width="452" height="920" rx="80" fill="{band}"/>""");
        s.Add($"""<rect x="-226" y="-462" width="448" height="916" rx="78" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="2"/>""");
        s.Add($"""<rect x="-217" y="-453" width="430" height="898" rx="70" fill="#050609"/>""");
    }

    private static void Screen(SvgSketch s, Materials m)
    {
        var clip = s.Clip($"""<rect x="-203" y="-439" width="402" height="870" rx="58"/>""");
        var ground = m.IsLight
            ? s.Sweep(0, -440, 0, 430, (0, m.Paper(0.99)), (1, m.Paper(0.94)))
            : s.Sweep(-100, -440, 120, 430, (0, m.Body(-0.20)), (0.5, m.Body(-0.34)), (1, m.Body(-0.42)));
        var words = m.IsLight ? m.Paper(0.25) : Rgb.White;
        var tile = m.IsLight ? Rgb.White : m.Body(-0.12);
        s.Add($"""<g clip-path="{clip}"><rect x="-203" y="-439" width="402" height="870" fill="{ground}"/>""");
        s.Add($"""<circle cx="150" cy="-330" r="300" fill="{s.Soft(m.Trim(), m.IsLight ? 0.35 : 0.55)}"/>""");
        Header(s, m, words);
        Balance(s, m);
        Actions(s, m, tile);
        Rows(s, m, words, tile);
        s.Add($"""<rect x="-60" y="-421" width="116" height="34" rx="17" fill="#050609"/><circle cx="34" cy="-404" r="8" fill="#16223a"/>""");
        var glare = s.Sweep(-203, -439, 60, 100, (0, Rgb.White, 0.30), (0.5, Rgb.White, 0.08), (1, Rgb.White, 0.02));
        s.Add($"""<path d="M-203,-439 H90 L-203,250Z" fill="{glare}"/></g>""");
    }

    private static void Header(SvgSketch s, Materials m, Rgb words)
    {
        var face = s.Linear(0, 0, 1, 1, (0, m.Accent(0.10)), (1, m.Trim(-0.05)));
        s.Add($"""<circle cx="-144" cy="-330" r="28" fill="{face}"/><circle cx="-144" cy="-338" r="10" fill="#fff"/>""");
        s.Add($"""<path d="M-162,-313 a18,15 0 0 1 36,0 a28,28 0 0 1 -36,0Z" fill="#fff"/>""");
        s.Add($"""<rect x="-100" y="-348" width="120" height="14" rx="7" fill="{words}"/><rect x="-100" y="-324" width="78" height="10" rx="5" fill="{words}" opacity=".45"/>""");
        s.Add($"""<g fill="none" stroke="{words}" stroke-width="5" stroke-linecap="round"><path d="M132,-342 h36 M132,-329 h36 M144,-316 h24"/></g>""");
    }

    private static void Balance(SvgSketch s, Materials m)
    {
        var card = s.Sweep(-176, -280, 176, -60, (0, m.Accent(0.04)), (0.5, m.Trim(-0.04)), (1, m.Body(-0.02)));
        s.Add($"""<rect x="-172" y="-252" width="340" height="210" rx="34" fill="{s.Soft(m.Shadow, 0.5)}"/><rect x="-176" y="-276" width="348" height="222" rx="34" fill="{card}"/>""");
        s.Add($"""<rect x="-148" y="-250" width="86" height="11" rx="5.5" fill="#fff" opacity=".7"/><rect x="-148" y="-226" width="158" height="26" rx="13" fill="#fff"/>""");
        var area = s.Sweep(0, -190, 0, -60, (0, Rgb.White, 0.42), (1, Rgb.White, 0));
        const string Line = "M-150,-96 C-110,-110 -96,-150 -56,-140 S0,-84 40,-118 S94,-190 146,-186";
        s.Add($"""<path d="{Line} V-54 H-150Z" fill="{area}"/><path d="{Line}" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round"/>""");
        s.Add($"""<circle cx="146" cy="-186" r="20" fill="#fff" opacity=".35"/><circle cx="146" cy="-186" r="11" fill="#fff"/>""");
        s.Add($"""<rect x="-175" y="-275" width="346" height="220" rx="33" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>""");
    }

    private static void Actions(SvgSketch s, Materials m, Rgb tile)
    {
        string[] signs = ["M0,12 V-12 M-10,-3 L0,-13 L10,-3", "M-12,0 H12 M0,-12 V12", "M-11,-6 H11 L4,-13 M11,6 H-11 L-4,13", "M-12,-8 H12 M-12,0 H12 M-12,8 H2"];
        for (var i = 0; i < signs.Length; i++)
        {
            s.Add($"""<g transform="translate({-134 + (i * 88)},6)"><rect x="-32" y="-32" width="64" height="64" rx="22" fill="{tile}" opacity="{(m.IsLight ? 1.0 : 0.75)}"/>""");
            s.Add($"""<path d="{signs[i]}" fill="none" stroke="{(m.IsLight ? m.Body(-0.08) : m.Trim(0.16))}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></g>""");
        }
    }

    private static void Rows(SvgSketch s, Materials m, Rgb words, Rgb tile)
    {
        (Rgb Colour, int Title, int Note, int Sum)[] rows = [(m.Accent(), 128, 84, 56), (m.Trim(), 96, 116, 70), (m.Body(0.08), 144, 66, 48)];
        for (var i = 0; i < rows.Length; i++)
        {
            var y = 66 + (i * 100);
            var row = rows[i];
            s.Add($"""<rect x="-176" y="{y}" width="348" height="84" rx="26" fill="{tile}" opacity="{(m.IsLight ? 1.0 : 0.55)}"/>""");
            s.Add($"""<rect x="-158" y="{y + 17}" width="50" height="50" rx="17" fill="{s.Linear(0, 0, 1, 1, (0, Tone.Mix(row.Colour, Rgb.White, 0.25)), (1, row.Colour))}"/>""");
            s.Add($"""<circle cx="-133" cy="{y + 42}" r="10" fill="#fff" opacity=".92"/>""");
            s.Add($"""<rect x="-90" y="{y + 24}" width="{row.Title}" height="13" rx="6.5" fill="{words}" opacity=".92"/>""");
            s.Add($"""<rect x="-90" y="{y + 49}" width="{row.Note}" height="10" rx="5" fill="{words}" opacity=".38"/>""");
            s.Add($"""<rect x="{152 - row.Sum}" y="{y + 35}" width="{row.Sum}" height="14" rx="7" fill="{row.Colour}"/>""");
        }

        s.Add($"""<rect x="-64" y="408" width="124" height="8" rx="4" fill="{words}" opacity=".8"/>""");
    }

    private static SvgSketch FloatingCards(Materials m)
    {
        var s = new SvgSketch();
        var words = m.Paper(0.22);
        s.Add($"""<g transform="translate(206,214) rotate(4)"><ellipse cx="0" cy="66" rx="236" ry="84" fill="{s.Soft(m.Shadow, m.IsLight ? 0.45 : 0.75)}"/>""");
        var glass = s.Linear(0, 0, 1, 1, (0, Rgb.White, 0.98), (0.6, m.Paper(0.97), 0.94), (1, m.Paper(0.92), 0.90));
        s.Add($"""<rect x="-186" y="-74" width="372" height="148" rx="42" fill="{glass}"/>""");
        s.Add($"""<rect x="-185" y="-73" width="370" height="146" rx="41" fill="none" stroke="#fff" stroke-width="2.5"/>""");
        s.Add($"""<circle cx="-114" r="42" fill="{s.Linear(0, 0, 1, 1, (0, m.Accent(0.06)), (1, m.Body()))}"/>""");
        s.Add($"""<path d="M-132,1 l13,14 l25,-29" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>""");
        s.Add($"""<rect x="-52" y="-29" width="188" height="19" rx="9.5" fill="{words}"/><rect x="-52" y="8" width="126" height="14" rx="7" fill="{words}" opacity=".4"/></g>""");
        s.Add($"""<g transform="translate(-282,-196) rotate(-8)"><ellipse cy="52" rx="98" ry="52" fill="{s.Soft(m.Shadow, m.IsLight ? 0.4 : 0.7)}"/>""");
        s.Add($"""<rect x="-62" y="-62" width="124" height="124" rx="38" fill="{s.Linear(0, 0, 1, 1, (0, m.Trim(0.14)), (0.5, m.Trim(-0.02)), (1, m.Body(-0.06)))}"/>""");
        s.Add($"""<rect x="-61" y="-61" width="122" height="122" rx="37" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2.5"/>""");
        s.Add($"""<path d="M-27,16 C-18,6 -20,-22 0,-28 C20,-22 18,6 27,16Z" fill="#fff"/><path d="M-9,25 a9,8 0 0 0 18,0Z" fill="#fff"/>""");
        s.Add($"""<circle cx="44" cy="-44" r="17" fill="{m.Accent()}" stroke="#fff" stroke-width="5"/></g>""");
        return s;
    }
}
