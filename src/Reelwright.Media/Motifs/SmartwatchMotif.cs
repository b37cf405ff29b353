using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A watch with a screen: activity rings and the time, drawn as strokes so that no font is needed.</summary>
internal sealed class SmartwatchMotif : Motif
{
    internal override string Name => "smartwatch";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 488, 240, 34);
        s.Add($"""<g transform="rotate(-5)">""");
        Band(s, m, 1);
        Band(s, m, -1);
        Case(s, m);
        Screen(s, m);
        s.Add($"</g>");
        return [Body(s)];
    }

    private static void Band(SvgSketch s, Materials m, int side)
    {
        const string Rubber = "M-156,-200 C-152,-300 -134,-400 -126,-468 Q-123,-490 -102,-490 L102,-490 Q123,-490 126,-468 C134,-400 152,-300 156,-200Z";
        var across = s.Sweep(-156, 0, 156, 0, (0, m.Body(-0.22)), (0.1, m.Body(-0.02)), (0.3, m.Body(0.10)), (0.5, m.Body(0.03)), (0.82, m.Body(-0.09)), (0.95, m.Body(-0.18)), (1, m.Body(-0.08)));
        var along = s.Sweep(0, -490, 0, -220, (0, Rgb.Black, 0.55), (0.3, Rgb.Black, 0.12), (0.6, Rgb.White, 0.08), (1, Rgb.Black, 0.45));
        s.Add($"""<g transform="scale(1,{side})"><path d="{Rubber}" fill="{across}"/><path d="{Rubber}" fill="{along}"/>""");
        s.Add($"""<path d="M-146,-240 C-140,-320 -126,-410 -118,-466" fill="none" stroke="{m.Rim}" stroke-opacity=".5" stroke-width="3"/></g>""");
        for (var y = 350; side < 0 && y <= 450; y += 50)
        {
            s.Add($"""<rect x="-17" y="{y - 7}" width="34" height="15" rx="7.5" fill="#000" opacity=".55"/>""");
            s.Add($"""<path d="M-12,{y + 9} H12" stroke="{m.Body(0.2)}" stroke-width="2" opacity=".8"/>""");
        }
    }

    private static void Case(SvgSketch s, Materials m)
    {
        var crown = s.Linear(0, 0, 0, 1, (0, m.Metal(0.35)), (0.25, m.Metal(0.95)), (0.55, m.Metal(0.60)), (1, m.Metal(0.28)));
        s.Add($"""<rect x="232" y="-108" width="36" height="92" rx="14" fill="{crown}"/>""");
        for (var y = -98; y <= -26; y += 8)
        {
            s.Add($"""<path d="M250,{y} h17" stroke="{m.Metal(0.2)}" stroke-width="2" opacity=".6"/>""");
        }

        s.Add($"""<rect x="236" y="30" width="14" height="110" rx="7" fill="{crown}"/>""");
        var metal = s.Sweep(-240, -280, 240, 280, (0, m.Metal(0.98)), (0.14, m.Metal(0.72)), (0.34, m.Metal(0.44)), (0.5, m.Metal(0.84)), (0.68, m.Metal(0.36)), (0.86, m.Metal(0.70)), (1, m.Metal(0.94)));
        s.Add($"""<rect x="-240" y="-284" width="480" height="568" rx="146" fill="{metal}"/>""");
        s.Add($"""<rect x="-237" y="-281" width="474" height="562" rx="143" fill="none" stroke="#fff" stroke-opacity=".65" stroke-width="2.5"/>""");
        var bevel = s.Sweep(-220, -260, 220, 260, (0, m.Metal(0.34)), (0.5, m.Metal(0.16)), (1, m.Metal(0.60)));
        s.Add($"""<rect x="-224" y="-268" width="448" height="536" rx="132" fill="{bevel}"/><rect x="-218" y="-262" width="436" height="524" rx="127" fill="#040507"/>""");
    }

    private static void Screen(SvgSketch s, Materials m)
    {
        var clip = s.Clip($"""<rect x="-214" y="-258" width="428" height="516" rx="123"/>""");
        var night = s.Spot(-40, -120, 420, (0, m.Body(-0.26)), (0.6, Tone.Of(m.Body(), 0.12, 0.5)), (1, Tone.Of(m.Body(), 0.05, 0.3)));
        s.Add($"""<g clip-path="{clip}"><rect x="-214" y="-258" width="428" height="516" fill="{night}"/>""");
        (double Radius, double Share, Rgb Colour)[] rings = [(148, 0.80, m.Accent(0.04)), (113, 0.64, m.Trim(0.06)), (78, 0.88, m.Body(0.16))];
        foreach (var (radius, share, colour) in rings)
        {
            var length = 2 * Math.PI * radius;
            var glow = s.Sweep(-radius, -radius, radius, radius, (0, Tone.Mix(colour, Rgb.White, 0.35)), (1, colour));
            s.Add($"""<g fill="none" stroke-width="25"><circle cy="-48" r="{radius}" stroke="{colour}" stroke-opacity=".20"/>""");
            s.Add($"""<circle cy="-48" r="{radius}" stroke="{glow}" stroke-linecap="round" stroke-dasharray="{length * share:0.#} {length:0.#}" transform="rotate(-90 0 -48)"/></g>""");
        }

        // Ten past ten, in strokes.
        s.Add($"""<g transform="translate(0,176)" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">""");
        s.Add($"""<path d="M-92,-19 L-80,-27 V27"/><rect x="-53" y="-27" width="32" height="54" rx="16"/><rect x="21" y="-27" width="32" height="54" rx="16"/>""");
        s.Add($"""<path d="M104,-11 a16,16 0 1 1 -32,0 a16,16 0 1 1 32,0 V2 C104,18 96,27 78,27"/></g><circle cx="0" cy="165" r="6" fill="#fff"/>""");
        s.Add($"""<circle cx="0" cy="189" r="6" fill="#fff"/>""");
        s.Add($"""<path d="M-19,-44 h12 l8,-22 l12,42 l9,-20 h12" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" transform="translate(-2,-2)"/>""");
        var glare = s.Sweep(-214, -258, 60, 140, (0, Rgb.White, 0.34), (0.5, Rgb.White, 0.08), (1, Rgb.White, 0));
        s.Add($"""<path d="M-214,-258 H110 C0,-150 -130,60 -160,258 H-214Z" fill="{glare}"/></g>""");
        s.Add($"""<rect x="-213" y="-257" width="426" height="514" rx="122" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="3"/>""");
    }
}
