using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A preserving jar of something golden, a blank label on it and cloth over its lid; a dipper with a drop in front.</summary>
internal sealed class JarMotif : Motif
{
    private const string Glass = "M-236,-210 C-300,-170 -312,-120 -312,-60 V330 C-312,384 -276,410 -220,410 H220 C276,410 312,384 312,330 V-60 C312,-120 300,-170 236,-210Z";

    internal override string Name => "jar";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 412, 430, 56);
        Filling(s);
        Label(s, m);
        Lid(s, m);
        return [Body(s), Front("dipper", Dipper(m))];
    }

    private static void Filling(SvgSketch s)
    {
        var amber = s.Sweep(-312, 0, 312, 40, (0, Rgb.Parse("#8a4a08")), (0.12, Rgb.Parse("#e0941c")), (0.32, Rgb.Parse("#ffc851")), (0.6, Rgb.Parse("#f0a21f")), (0.9, Rgb.Parse("#a75c0a")), (1, Rgb.Parse("#d98a1c")));
        var clip = s.Clip($"""<path d="{Glass}"/>""");
        s.Add($"""<path d="{Glass}" fill="{amber}"/><g clip-path="{clip}"><path d="M-320,-230 H320 V-140 C200,-112 -200,-112 -320,-140Z" fill="#fff3d0" opacity=".6"/><ellipse cy="-134" rx="306" ry="26" fill="#ffe08a"/>""");
        s.Add($"""<ellipse cx="60" cy="300" rx="260" ry="120" fill="{s.Soft(Rgb.Parse("#fff0b0"), 0.9)}"/></g><path d="{Glass}" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="8"/>""");
        s.Add($"""<path d="M-268,-120 C-284,-60 -280,200 -268,340" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="20" stroke-linecap="round"/><path d="M278,-80 V330" stroke="#fff" stroke-opacity=".45" stroke-width="9" stroke-linecap="round"/>""");
    }

    private static void Label(SvgSketch s, Materials m)
    {
        var paper = s.Sweep(-200, 0, 200, 0, (0, m.Paper(0.84)), (0.3, m.Paper(0.98)), (0.75, m.Paper(0.94)), (1, m.Paper(0.78)));
        s.Add($"""<path d="M-200,-50 C-80,-34 80,-34 200,-50 V270 C80,286 -80,286 -200,270Z" fill="#3a1d02" opacity=".35" transform="translate(5,10)"/><path d="M-200,-50 C-80,-34 80,-34 200,-50 V270 C80,286 -80,286 -200,270Z" fill="{paper}"/>""");
        s.Add($"""<path d="M-180,-28 C-80,-14 80,-14 180,-28 M-180,250 C-80,264 80,264 180,250" fill="none" stroke="{m.Body()}" stroke-width="8"/>""");
        s.Add($"""<g fill="{m.Accent(-0.04)}" stroke="{m.Body(-0.1)}" stroke-width="5">""");
        for (var turn = 0; turn < 360; turn += 60)
        {
            s.Add($"""<path transform="translate(0,104) rotate({turn})" d="M0,-22 C-40,-44 -34,-92 0,-112 C34,-92 40,-44 0,-22Z"/>""");
        }

        s.Add($"""</g><circle cy="104" r="24" fill="{m.Trim(0.06)}"/>""");
    }

    private static void Lid(SvgSketch s, Materials m)
    {
        var cloth = s.Sweep(-280, -330, 280, -180, (0, m.Body(0.18)), (0.45, m.Body(0.04)), (1, m.Body(-0.16)));
        const string Skirt = "M-262,-330 C-270,-270 -290,-220 -336,-166 C-300,-138 -286,-176 -246,-150 C-210,-128 -190,-170 -150,-148 C-110,-126 -84,-168 -44,-146 C-4,-124 22,-168 62,-146 C102,-126 128,-170 168,-148 C206,-128 226,-172 262,-150 C292,-132 306,-142 336,-166 C290,-220 270,-270 262,-330Z";
        s.Add($"""<path d="{Skirt}" fill="#000" opacity=".35" transform="translate(4,14)"/><path d="{Skirt}" fill="{cloth}"/>""");
        var check = s.Texture(56, 56, 0, $"""<path d="M0,14 H56 M14,0 V56" stroke="#fff" stroke-opacity=".34" stroke-width="20"/>""");
        s.Add($"""<path d="{Skirt}" fill="{check}"/><ellipse cy="-338" rx="262" ry="52" fill="{m.Body(0.14)}"/><ellipse cy="-338" rx="262" ry="52" fill="{check}"/>""");
        s.Add($"""<path d="M-272,-252 C-150,-214 150,-214 272,-252" fill="none" stroke="#000" stroke-opacity=".3" stroke-width="18"/><path d="M-272,-258 C-150,-220 150,-220 272,-258" fill="none" stroke="{m.Accent(0.06)}" stroke-width="14"/><ellipse cx="-90" cy="-352" rx="130" ry="20" fill="{s.Soft(Rgb.White, 0.8)}"/>""");
    }

    private static SvgSketch Dipper(Materials m)
    {
        var s = new SvgSketch();
        var wood = s.Sweep(-40, 0, 40, 0, (0, Rgb.Parse("#8a5420")), (0.35, Rgb.Parse("#f0c381")), (1, Rgb.Parse("#7c4a1c")));
        s.Add($"""<ellipse cx="300" cy="420" rx="150" ry="22" fill="{s.Soft(m.Shadow, 0.7)}"/><g transform="translate(312,292) rotate(22)"><rect x="-15" y="-430" width="30" height="370" rx="15" fill="{wood}"/>""");
        for (var i = 0; i < 6; i++)
        {
            var half = 54 + (i is 0 or 5 ? -16 : i is 1 or 4 ? 2 : 12);
            s.Add($"""<rect x="{-half}" y="{-66 + (i * 29)}" width="{half * 2}" height="24" rx="12" fill="{wood}"/><rect x="{-half + 8}" y="{-62 + (i * 29)}" width="{half}" height="6" rx="3" fill="#fff" opacity=".45"/>""");
        }

        s.Add($"""<path d="M-46,60 C-60,110 -20,130 -14,104 C-8,130 6,168 20,128 C30,100 60,110 48,56Z" fill="#f5a922" opacity=".95"/><path d="M-30,72 C-36,90 -30,100 -26,98" stroke="#fff" stroke-width="6" fill="none" stroke-linecap="round"/></g>""");
        return s;
    }
}
