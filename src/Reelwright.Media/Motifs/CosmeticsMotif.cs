using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A serum with its dropper and a jar of cream, on a low plinth; a smear of cream in front.</summary>
internal sealed class CosmeticsMotif : Motif
{
    private const string Bottle = "M-70,-206 C-70,-176 -176,-170 -176,-100 V300 Q-176,336 -140,336 H140 Q176,336 176,300 V-100 C176,-170 70,-176 70,-206Z";

    internal override string Name => "cosmetics";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 420, 480, 60);
        Plinth(s, m);
        s.Add($"""<g transform="translate(-130,-6)">""");
        Serum(s, m);
        s.Add($"</g>");
        Jar(s, m);
        return [Body(s)];
    }

    private static void Plinth(SvgSketch s, Materials m)
    {
        var side = s.Sweep(-440, 0, 440, 0, (0, m.Trim(-0.06)), (0.25, m.Trim(0.14)), (0.6, m.Trim(0.00)), (1, m.Trim(-0.18)));
        s.Add($"""<path d="M-440,338 V386 A440,74 0 0 0 440,386 V338Z" fill="{side}"/>""");
        s.Add($"""<ellipse cy="338" rx="440" ry="74" fill="{s.Linear(0, 0, 1, 0.4, (0, m.Trim(0.20)), (0.6, m.Trim(0.10)), (1, m.Trim(-0.02)))}"/>""");
        s.Add($"""<ellipse cy="338" rx="438" ry="72" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="3"/>""");
        s.Add($"""<ellipse cx="-100" cy="338" rx="250" ry="40" fill="{s.Soft(m.Shadow, 0.8)}"/><ellipse cx="232" cy="352" rx="230" ry="40" fill="{s.Soft(m.Shadow, 0.8)}"/>""");
    }

    private static void Serum(SvgSketch s, Materials m)
    {
        var glass = s.Sweep(-176, 0, 176, 0, (0, m.Body(-0.22)), (0.06, m.Body(0.06)), (0.16, m.Body(0.20)), (0.34, m.Body(0.04)), (0.62, m.Body(-0.08)), (0.88, m.Body(-0.22)), (0.96, m.Body(0.08)), (1, m.Body(-0.16)));
        s.Add($"""<path d="{Bottle}" fill="{glass}"/>""");
        var clip = s.Clip($"""<path d="{Bottle}"/>""");
        s.Add($"""<g clip-path="{clip}"><rect x="-7" y="-220" width="14" height="470" fill="#fff" opacity=".22"/>""");
        s.Add($"""<rect x="-180" y="-40" width="360" height="8" fill="#fff" opacity=".30"/><rect x="-180" y="-34" width="360" height="380" fill="{m.Body(-0.3)}" opacity=".22"/>""");
        s.Add($"""<ellipse cx="40" cy="330" rx="220" ry="90" fill="{s.Soft(m.Accent(0.14), 0.75)}"/></g>""");
        s.Add($"""<rect x="-122" y="24" width="244" height="214" rx="8" fill="{s.Sweep(-122, 0, 122, 0, (0, m.Paper(0.88)), (0.3, m.Paper(0.99)), (0.75, m.Paper(0.94)), (1, m.Paper(0.80)))}"/>""");
        s.Add($"""<circle cy="92" r="30" fill="none" stroke="{m.Body(-0.04)}" stroke-width="5"/><path d="M0,72 C16,90 16,104 0,112 C-16,104 -16,90 0,72Z" fill="{m.Body(-0.04)}"/>""");
        s.Add($"""<rect x="-70" y="152" width="140" height="12" rx="6" fill="{m.Paper(0.30)}"/>""");
        s.Add($"""<rect x="-46" y="180" width="92" height="8" rx="4" fill="{m.Paper(0.30)}" opacity=".45"/><rect x="-30" y="204" width="60" height="8" rx="4" fill="{m.Accent()}"/>""");
        s.Add($"""<path d="M-148,-90 C-146,-120 -126,-138 -104,-150 L-112,-80 V290 C-132,296 -148,290 -148,280Z" fill="{s.Sweep(0, -150, 0, 300, (0, Rgb.White, 0.75), (0.6, Rgb.White, 0.30), (1, Rgb.White, 0.06))}"/>""");
        s.Add($"""<path d="M158,-80 V290" stroke="#fff" stroke-opacity=".4" stroke-width="6" stroke-linecap="round"/>""");
        var collar = s.Sweep(-84, 0, 84, 0, (0, m.Metal(0.30)), (0.18, m.Metal(0.98)), (0.42, m.Metal(0.58)), (0.7, m.Metal(0.84)), (1, m.Metal(0.28)));
        s.Add($"""<rect x="-84" y="-292" width="168" height="92" rx="9" fill="{collar}"/>""");
        for (var x = -76; x < 80; x += 10)
        {
            s.Add($"""<path d="M{x},-284 v76" stroke="{m.Metal(0.2)}" stroke-opacity=".32" stroke-width="2.5"/>""");
        }

        var rubber = s.Sweep(-56, 0, 56, 0, (0, m.Paper(0.30)), (0.25, m.Paper(0.60)), (0.5, m.Paper(0.34)), (0.85, m.Paper(0.18)), (1, m.Paper(0.34)));
        s.Add($"""<path d="M-54,-292 C-54,-330 -46,-350 -46,-400 C-46,-486 46,-486 46,-400 C46,-350 54,-330 54,-292Z" fill="{rubber}"/>""");
        s.Add($"""<path d="M-26,-320 C-24,-350 -24,-390 -20,-430" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="9" stroke-linecap="round"/>""");
    }

    private static void Jar(SvgSketch s, Materials m)
    {
        var glass = s.Sweep(76, 0, 412, 0, (0, m.Paper(0.84)), (0.12, m.Paper(0.99)), (0.4, m.Paper(0.93)), (0.75, m.Paper(0.80)), (1, m.Paper(0.66)));
        s.Add($"""<path d="M76,150 V308 Q76,352 122,358 Q244,376 366,358 Q412,352 412,308 V150Z" fill="{glass}"/>""");
        s.Add($"""<path d="M100,170 V306 Q102,330 130,336" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" opacity=".9"/>""");
        s.Add($"""<path d="M396,170 V300" stroke="{m.Rim}" stroke-opacity=".7" stroke-width="5"/>""");
        s.Add($"""<rect x="176" y="222" width="136" height="12" rx="6" fill="{m.Paper(0.34)}"/>""");
        s.Add($"""<rect x="200" y="250" width="88" height="9" rx="4.5" fill="{m.Paper(0.34)}" opacity=".45"/><circle cx="244" cy="298" r="10" fill="{m.Accent()}"/>""");
        var lid = s.Sweep(64, 0, 424, 0, (0, m.Metal(0.34)), (0.08, m.Metal(0.72)), (0.2, m.Metal(0.99)), (0.36, m.Metal(0.70)), (0.6, m.Metal(0.46)), (0.82, m.Metal(0.88)), (1, m.Metal(0.34)));
        s.Add($"""<path d="M64,84 V150 Q64,162 76,164 Q244,190 412,164 Q424,162 424,150 V84Z" fill="{lid}"/>""");
        s.Add($"""<ellipse cx="244" cy="84" rx="180" ry="34" fill="{s.Linear(0, 0, 1, 0.5, (0, m.Metal(0.98)), (0.5, m.Metal(0.74)), (1, m.Metal(0.92)))}"/>""");
        s.Add($"""<ellipse cx="244" cy="84" rx="178" ry="32" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="3"/>""");
        s.Add($"""<path d="M66,150 Q244,188 422,150" fill="none" stroke="#000" stroke-opacity=".3" stroke-width="3"/>""");
    }
}
