using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A wooden toy engine: painted boiler and cab on a beech frame, turned wheels, round puffs of steam in front.</summary>
internal sealed class ToyMotif : Motif
{
    internal override string Name => "toy";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 372, 490, 52);
        Cab(s, m);
        Boiler(s, m);
        Frame(s);
        Wheel(s, m, -268, 246, 122);
        Wheel(s, m, 34, 276, 92);
        Wheel(s, m, 264, 276, 92);
        Rod(s, m);
        return [Body(s), Front("steam", Steam(m), false)];
    }

    private static void Cab(SvgSketch s, Materials m)
    {
        var side = s.Sweep(-420, -160, -120, 160, (0, m.Trim(0.12)), (0.5, m.Trim()), (1, m.Trim(-0.16)));
        s.Add($"""<rect x="-412" y="-152" width="288" height="330" rx="16" fill="{side}"/><rect x="-406" y="-146" width="276" height="318" rx="12" fill="none" stroke="#fff" stroke-opacity=".30" stroke-width="4"/>""");
        var inside = s.Sweep(-360, -104, -180, 40, (0, m.Paper(0.16)), (1, m.Paper(0.34)));
        s.Add($"""<path d="M-360,36 V-50 Q-360,-108 -302,-108 H-234 Q-176,-108 -176,-50 V36Z" fill="{Materials.Own("#e9bd84")}" stroke="{Materials.Own("#a06a34")}" stroke-width="5"/><path d="M-344,22 V-46 Q-344,-92 -298,-92 H-238 Q-192,-92 -192,-46 V22Z" fill="{inside}"/>""");

        // The driver is a peg with a cap.
        s.Add($"""<path d="M-318,22 C-318,-16 -300,-30 -268,-30 C-236,-30 -218,-16 -218,22Z" fill="{m.Accent(-0.04)}"/><circle cx="-268" cy="-46" r="32" fill="{s.Radial(0.36, 0.3, 0.85, (0, Materials.Own("#ffe3bd")), (0.6, Materials.Own("#efc08a")), (1, Materials.Own("#bd8350")))}"/>""");
        s.Add($"""<path d="M-301,-52 C-300,-92 -236,-92 -235,-52 C-220,-52 -212,-46 -210,-42 L-300,-44Z" fill="{m.Body(-0.06)}"/><circle cx="-256" cy="-34" r="4" fill="#3a2413"/><path d="M-254,-20 Q-246,-16 -242,-22" fill="none" stroke="#3a2413" stroke-width="3" stroke-linecap="round"/>""");
        var roof = s.Sweep(0, -226, 0, -140, (0, m.Accent(0.16)), (0.45, m.Accent(0.02)), (1, m.Accent(-0.18)));
        s.Add($"""<path d="M-440,-150 H-96 V-120 H-440Z" fill="#000" opacity=".22"/><path d="M-452,-148 C-448,-206 -360,-226 -268,-226 C-176,-226 -88,-206 -84,-148 Q-84,-136 -98,-136 H-438 Q-452,-136 -452,-148Z" fill="{roof}"/>""");
        s.Add($"""<path d="M-436,-164 C-418,-200 -340,-212 -268,-212 C-226,-212 -184,-208 -152,-196" fill="none" stroke="#fff" stroke-opacity=".65" stroke-width="8" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-268,80 C-268,50 -316,50 -316,86 C-316,112 -284,130 -268,144 C-252,130 -220,112 -220,86 C-220,50 -268,50 -268,80Z" fill="{m.Accent()}"/><path d="M-304,84 C-304,72 -298,66 -290,66" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="6" stroke-linecap="round"/>""");
    }

    private static void Boiler(SvgSketch s, Materials m)
    {
        var funnel = s.Sweep(200, 0, 300, 0, (0, m.Trim(-0.04)), (0.25, m.Trim(0.16)), (0.6, m.Trim(-0.04)), (1, m.Trim(-0.24)));
        s.Add($"""<path d="M206,-50 L198,-196 H302 L294,-50Z" fill="{funnel}"/><rect x="180" y="-236" width="140" height="52" rx="24" fill="{s.Sweep(180, 0, 320, 0, (0, m.Accent(0.04)), (0.25, m.Accent(0.20)), (0.6, m.Accent(-0.02)), (1, m.Accent(-0.20)))}"/><path d="M200,-226 H262" stroke="#fff" stroke-opacity=".7" stroke-width="7" stroke-linecap="round"/>""");
        var brass = s.Radial(0.34, 0.28, 0.9, (0, Materials.Own("#fff2b8")), (0.4, Materials.Own("#f3c64e")), (1, Materials.Own("#a3701a")));
        s.Add($"""<path d="M18,-44 C14,-120 50,-150 84,-150 C118,-150 154,-120 150,-44Z" fill="{brass}"/><ellipse cx="62" cy="-110" rx="13" ry="24" fill="#fff" opacity=".75" transform="rotate(24 62 -110)"/><circle cx="84" cy="-154" r="15" fill="{brass}"/>""");
        var paint = s.Sweep(0, -66, 0, 172, (0, m.Body(0.02)), (0.16, m.Body(0.20)), (0.34, m.Body(0.10)), (0.66, m.Body(-0.06)), (0.92, m.Body(-0.24)), (1, m.Body(-0.14)));
        s.Add($"""<rect x="-136" y="-64" width="508" height="238" rx="26" fill="{paint}"/>""");
        foreach (var x in (ReadOnlySpan<int>)[-108, 176])
        {
            s.Add($"""<rect x="{x}" y="-68" width="34" height="246" rx="8" fill="{s.Sweep(0, -66, 0, 172, (0, m.Accent(0.02)), (0.16, m.Accent(0.22)), (0.5, m.Accent(-0.02)), (1, m.Accent(-0.22)))}"/><path d="M{x + 37},-62 V172" stroke="#000" stroke-opacity=".22" stroke-width="5"/>""");
        }

        s.Add($"""<path d="M-58,-34 H156 M232,-34 H350" stroke="#fff" stroke-opacity=".60" stroke-width="13" stroke-linecap="round"/>""");
        s.Add($"""<rect x="356" y="-78" width="56" height="266" rx="22" fill="{s.Sweep(0, -78, 0, 188, (0, Materials.Own("#d9a766")), (0.16, Materials.Own("#f4d09b")), (0.6, Materials.Own("#c18f52")), (1, Materials.Own("#83562a")))}"/><path d="M368,-44 V150" stroke="#fff" stroke-opacity=".4" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<rect x="404" y="6" width="50" height="98" rx="20" fill="{brass}"/><ellipse cx="452" cy="55" rx="17" ry="42" fill="#fff6d0"/><ellipse cx="462" cy="55" rx="86" ry="84" fill="{s.Soft(Rgb.Parse("#ffe9a0"), 0.55)}"/>""");
        for (var i = 0; i < 3; i++)
        {
            s.Add($"""<circle cx="{0 + (i * 58)}" cy="62" r="15" fill="#000" opacity=".25"/><circle cx="{-2 + (i * 58)}" cy="58" r="14" fill="{brass}"/>""");
        }
    }

    private static void Frame(SvgSketch s)
    {
        var beech = s.Sweep(-440, 160, 440, 240, (0, Materials.Own("#f5d3a0")), (0.4, Materials.Own("#e3b679")), (0.8, Materials.Own("#c69253")), (1, Materials.Own("#9c6c36")));
        s.Add($"""<path d="M-438,166 H420 Q436,166 442,180 L470,250 Q474,262 460,262 H-438 Q-452,262 -452,248 V180 Q-452,166 -438,166Z" fill="{beech}"/>""");
        s.Add($"""<path d="M-440,172 H422" stroke="#fff" stroke-opacity=".6" stroke-width="5" stroke-linecap="round"/><path d="M-444,256 H462" stroke="#000" stroke-opacity=".28" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-440,196 C-280,186 -140,208 20,194 S300,204 440,192 M-446,222 C-240,232 -60,212 120,226 S340,220 452,226" fill="none" stroke="#8a5725" stroke-opacity=".35" stroke-width="3.5"/>""");
        s.Add($"""<path d="M-452,212 H-486" stroke="#8b96a3" stroke-width="13" stroke-linecap="round"/><circle cx="-488" cy="212" r="13" fill="{s.Radial(0.35, 0.3, 0.9, (0, Rgb.White), (1, Rgb.Parse("#6b7683")))}"/>""");
    }

    private static void Wheel(SvgSketch s, Materials m, double x, double y, double r)
    {
        s.Add($"""<circle cx="{x + 8}" cy="{y + 10}" r="{r}" fill="#000" opacity=".32"/>""");
        s.Turned(x, y, r, r * 0.80, angle => m.Body(0.02 + (0.13 * Math.Cos((angle + 135) * Math.PI / 180))), 72);
        s.Add($"""<circle cx="{x}" cy="{y}" r="{r * 0.81}" fill="{s.Radial(0.36, 0.3, 0.85, (0, Materials.Own("#f8dcb0")), (0.5, Materials.Own("#dfb074")), (1, Materials.Own("#a87840")))}"/><circle cx="{x}" cy="{y}" r="{r * 0.81}" fill="none" stroke="#000" stroke-opacity=".28" stroke-width="4"/>""");
        s.Add($"""<g fill="none" stroke="#8a5725" stroke-opacity=".30" stroke-width="3"><circle cx="{x}" cy="{y}" r="{r * 0.64}"/><circle cx="{x - 2}" cy="{y + 1}" r="{r * 0.48}"/></g>""");
        for (var turn = 22; turn < 360; turn += 60)
        {
            var (hx, hy) = SvgSketch.Around(x, y, r * 0.55, turn);
            s.Add($"""<circle cx="{hx:0.#}" cy="{hy:0.#}" r="{r * 0.13:0.#}" fill="{Materials.Own("#7c4f22")}"/><path d="M{hx - (r * 0.10):0.#},{hy + (r * 0.06):0.#} A{r * 0.12:0.#},{r * 0.12:0.#} 0 0 0 {hx + (r * 0.10):0.#},{hy + (r * 0.06):0.#}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="3"/>""");
        }

        s.Add($"""<circle cx="{x + 2}" cy="{y + 4}" r="{r * 0.25}" fill="#000" opacity=".3"/><circle cx="{x}" cy="{y}" r="{r * 0.24}" fill="{s.Radial(0.35, 0.3, 0.9, (0, m.Accent(0.22)), (0.5, m.Accent()), (1, m.Accent(-0.18)))}"/>""");
        s.Add($"""<path d="M{x - (r * 0.86):0.#},{y - (r * 0.26):0.#} A{r * 0.9:0.#},{r * 0.9:0.#} 0 0 1 {x - (r * 0.26):0.#},{y - (r * 0.86):0.#}" fill="none" stroke="#fff" stroke-opacity=".60" stroke-width="7" stroke-linecap="round"/>""");
    }

    private static void Rod(SvgSketch s, Materials m)
    {
        var steel = s.Sweep(0, 262, 0, 300, (0, m.Metal(0.97)), (0.5, m.Metal(0.66)), (1, m.Metal(0.42)));
        s.Add($"""<path d="M34,300 H264" stroke="#000" stroke-opacity=".35" stroke-width="24" stroke-linecap="round"/><path d="M34,292 H264" stroke="{m.Metal(0.62)}" stroke-width="24" stroke-linecap="round"/><rect x="24" y="282" width="250" height="20" rx="10" fill="{steel}"/>""");
        s.Add($"""<circle cx="34" cy="292" r="8" fill="{m.Metal(0.30)}"/><circle cx="264" cy="292" r="8" fill="{m.Metal(0.30)}"/>""");
    }

    private static SvgSketch Steam(Materials m)
    {
        var s = new SvgSketch();
        (double X, double Y, double R)[] puffs = [(248, -292, 46), (196, -354, 62), (112, -410, 74), (238, -404, 40), (6, -436, 48)];
        foreach (var (x, y, r) in puffs)
        {
            s.Add($"""<circle cx="{x}" cy="{y}" r="{r}" fill="{s.Radial(0.36, 0.3, 0.8, (0, Rgb.White), (0.55, m.Paper(0.96)), (1, m.Paper(0.78)))}"/><ellipse cx="{x - (r * 0.34):0.#}" cy="{y - (r * 0.42):0.#}" rx="{r * 0.28:0.#}" ry="{r * 0.17:0.#}" fill="#fff" transform="rotate(-32 {x - (r * 0.34):0.#} {y - (r * 0.42):0.#})"/>""");
        }

        return s;
    }
}
