using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>Rising glass columns under a line that climbs, and a payment card in front.</summary>
internal sealed class FinanceMotif : Motif
{
    private const double Floor = 330;

    internal override string Name => "finance";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 350, 470, 60);
        int[] heights = [190, 270, 350, 450, 590];
        for (var i = 0; i < heights.Length; i++)
        {
            Column(s, m, -440 + (i * 178), heights[i], i == heights.Length - 1);
        }

        Line(s, m);
        return [Body(s), Front("card", Card(m))];
    }

    private static void Column(SvgSketch s, Materials m, double x, double height, bool chosen)
    {
        const double Width = 112;
        const double Depth = 34;
        var top = Floor - height;
        Rgb light = chosen ? m.Accent(0.10) : m.Trim(0.14), middle = chosen ? m.Accent(-0.04) : m.Trim(-0.02), low = chosen ? m.Body(-0.02) : m.Body(-0.10);
        var opacity = chosen ? 1.0 : m.IsLight ? 0.72 : 0.62;
        var front = s.Sweep(0, top, 0, Floor, (0, light, opacity), (0.5, middle, opacity * 0.9), (1, low, opacity * 0.8));
        var side = s.Sweep(0, top, 0, Floor, (0, Tone.Mix(middle, Rgb.Black, 0.18), opacity), (1, Tone.Mix(low, Rgb.Black, 0.35), opacity));
        s.Add($"""<path d="M{x + Width},{top} l{Depth},-22 V{Floor - 22} L{x + Width},{Floor}Z" fill="{side}"/>""");
        s.Add($"""<path d="M{x},{top} l{Depth},-22 h{Width} l{-Depth},22Z" fill="{Tone.Mix(light, Rgb.White, 0.45)}" fill-opacity="{Math.Min(1, opacity + 0.2):0.##}"/>""");
        s.Add($"""<rect x="{x}" y="{top}" width="{Width}" height="{height}" fill="{front}"/>""");
        var gloss = s.Sweep(x, 0, x + Width, 0, (0, Rgb.White, 0.50), (0.18, Rgb.White, 0.22), (0.24, Rgb.White, 0.04), (1, Rgb.White, 0.10));
        s.Add($"""<rect x="{x}" y="{top}" width="{Width}" height="{height}" fill="{gloss}"/>""");
        s.Add($"""<path d="M{x},{Floor} V{top} H{x + Width} V{Floor} M{x + Width},{top} l{Depth},-22" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2.5"/>""");
    }

    private static void Line(SvgSketch s, Materials m)
    {
        var ink = m.IsLight ? m.Body(-0.14) : Rgb.White;
        var stroke = s.Sweep(-420, 60, 420, -420, (0, ink, 0.35), (0.25, ink), (1, ink));
        const string Climb = "M-420,64 C-350,8 -320,-14 -254,-26 C-180,-40 -150,-10 -84,-84 C-30,-146 40,-128 96,-196 C160,-272 230,-336 352,-410";
        s.Add($"""<path d="{Climb}" fill="none" stroke="{m.Accent()}" stroke-opacity=".55" stroke-width="26" stroke-linecap="round" filter="{s.Blur(14)}"/>""");
        s.Add($"""<path d="{Climb}" fill="none" stroke="{stroke}" stroke-width="14" stroke-linecap="round"/>""");
        s.Add($"""<path d="M318,-434 L402,-440 L376,-360" fill="{ink}" stroke="{ink}" stroke-width="14" stroke-linejoin="round"/>""");
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(-254, -26), (-84, -84), (96, -196)])
        {
            s.Add($"""<circle cx="{x}" cy="{y}" r="19" fill="{(m.IsLight ? Rgb.White : m.Body(-0.2))}" stroke="{ink}" stroke-width="8"/>""");
        }
    }

    private static SvgSketch Card(Materials m)
    {
        var s = new SvgSketch();
        s.Add($"""<g transform="translate(-122,258) rotate(-9)"><rect x="-250" y="-96" width="520" height="330" rx="90" fill="{s.Soft(m.Shadow, m.IsLight ? 0.5 : 0.85)}"/>""");
        var back = s.Sweep(-230, -150, 230, 150, (0, m.Body(0.06)), (0.4, m.Body(-0.12)), (0.75, m.Body(-0.24)), (1, m.Body(-0.14)));
        var clip = s.Clip($"""<rect x="-230" y="-146" width="460" height="292" rx="34"/>""");
        s.Add($"""<rect x="-228" y="-140" width="460" height="294" rx="34" fill="{m.Body(-0.32)}"/><g clip-path="{clip}"><rect x="-230" y="-146" width="460" height="292" fill="{back}"/>""");
        s.Add($"""<circle cx="190" cy="-150" r="230" fill="{s.Soft(m.Accent(0.04), 0.8)}"/><circle cx="-200" cy="190" r="240" fill="{s.Soft(m.Trim(), 0.7)}"/>""");
        s.Add($"""<path d="M-230,40 C-80,-60 60,80 230,-40 V146 H-230Z" fill="#fff" opacity=".07"/>""");
        s.Add($"""<path d="M-230,-146 H40 L-120,146 H-230Z" fill="{s.Sweep(-230, -146, 20, 100, (0, Rgb.White, 0.30), (1, Rgb.White, 0.02))}"/></g>""");
        var chip = s.Linear(0, 0, 1, 1, (0, Rgb.Parse("#fff1c4")), (0.5, Rgb.Parse("#d9b264")), (1, Rgb.Parse("#a97f36")));
        s.Add($"""<rect x="-184" y="-56" width="82" height="62" rx="13" fill="{chip}"/>""");
        s.Add($"""<path d="M-184,-35 h26 M-184,-15 h26 M-128,-35 h26 M-128,-15 h26 M-158,-56 v62 M-128,-56 v62" stroke="#6d4d17" stroke-opacity=".55" stroke-width="2.5" fill="none"/>""");
        s.Add($"""<g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".9"><path d="M-76,-38 a22,22 0 0 1 0,28"/><path d="M-62,-48 a36,36 0 0 1 0,48"/>""");
        s.Add($"""<path d="M-48,-58 a50,50 0 0 1 0,68"/></g>""");
        for (var i = 0; i < 16; i++)
        {
            s.Add($"""<circle cx="{-180 + (i * 17) + (i / 4 * 18)}" cy="54" r="5.5" fill="#fff" opacity=".92"/>""");
        }

        s.Add($"""<rect x="-186" y="92" width="128" height="14" rx="7" fill="#fff" opacity=".75"/><circle cx="150" cy="92" r="31" fill="{m.Accent(0.06)}" opacity=".95"/>""");
        s.Add($"""<circle cx="184" cy="92" r="31" fill="#fff" opacity=".72"/>""");
        s.Add($"""<rect x="-229" y="-145" width="458" height="290" rx="33" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="2.5"/></g>""");
        return s;
    }
}
