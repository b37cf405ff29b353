using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A wireless game controller: two-tone shell, sticks, cross, four lit buttons, triggers.</summary>
internal sealed class GamepadMotif : Motif
{
    private const string Shell =
        "M-210,-196 C-270,-204 -338,-186 -372,-134 C-424,-50 -468,110 -470,208 C-470,274 -424,306 -376,288 C-318,266 -278,190 -226,148 C-196,126 -164,118 -120,118 H120 "
        + "C164,118 196,126 226,148 C278,190 318,266 376,288 C424,306 470,274 470,208 C468,110 424,-50 372,-134 C338,-186 270,-204 210,-196 C140,-186 -140,-186 -210,-196Z";

    internal override string Name => "gamepad";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 10, 330, 440, 54);
        s.Add($"""<g transform="translate(0,-20) rotate(-8)">""");
        Triggers(s, m);
        Case(s, m);
        Pad(s, m);
        Cross(s, m, -252, -62);
        Stick(s, m, -124, 56);
        Stick(s, m, 124, 56);
        Buttons(s, m, 252, -62);
        s.Add($"</g>");
        return [Body(s)];
    }

    private static void Triggers(SvgSketch s, Materials m)
    {
        foreach (var side in (ReadOnlySpan<int>)[1, -1])
        {
            var face = s.Sweep(0, -252, 0, -170, (0, m.Paper(0.48)), (0.4, m.Paper(0.26)), (1, m.Paper(0.10)));
            s.Add($"""<g transform="scale({side},1)"><path d="M-374,-130 C-380,-196 -350,-246 -290,-250 C-236,-254 -182,-240 -164,-192 L-176,-160Z" fill="{face}"/>""");
            s.Add($"""<path d="M-358,-176 C-356,-212 -330,-237 -288,-240 C-248,-243 -208,-234 -186,-208" fill="none" stroke="#fff" stroke-opacity="{(side > 0 ? 0.5 : 0.28)}" stroke-width="6" stroke-linecap="round"/></g>""");
        }
    }

    private static void Case(SvgSketch s, Materials m)
    {
        var plastic = s.Sweep(-320, -220, 240, 320, (0, m.Body(0.18)), (0.3, m.Body(0.06)), (0.65, m.Body(-0.06)), (1, m.Body(-0.22)));
        s.Add($"""<path d="{Shell}" fill="{m.Body(-0.34)}" transform="translate(4,18)"/><path d="{Shell}" fill="{plastic}"/>""");
        var clip = s.Clip($"""<path d="{Shell}"/>""");
        s.Add($"""<g clip-path="{clip}"><ellipse cx="-300" cy="-120" rx="220" ry="120" fill="{s.Soft(Rgb.White, 0.50)}"/><ellipse cx="-420" cy="180" rx="90" ry="170" fill="{s.Soft(Rgb.White, 0.30)}"/><ellipse cx="420" cy="240" rx="170" ry="190" fill="{s.Soft(Rgb.Black, 0.45)}"/>""");
        s.Add($"""<ellipse cx="-330" cy="300" rx="130" ry="80" fill="{s.Soft(Rgb.Black, 0.45)}"/><ellipse cx="0" cy="140" rx="260" ry="54" fill="{s.Soft(Rgb.Black, 0.55)}"/>""");

        // The dark middle piece with the sticks, and the lit seam around it.
        const string Bridge = "M-150,-210 C-152,-120 -160,-84 -196,-28 C-226,18 -232,70 -214,150 L-120,190 H120 L214,150 C232,70 226,18 196,-28 C160,-84 152,-120 150,-210Z";
        s.Add($"""<path d="{Bridge}" fill="none" stroke="{m.Accent()}" stroke-opacity=".35" stroke-width="17"/><path d="{Bridge}" fill="none" stroke="{m.Accent(0.10)}" stroke-width="6"/>""");
        s.Add($"""<path d="{Bridge}" fill="{s.Sweep(-120, -200, 120, 140, (0, m.Paper(0.34)), (0.5, m.Paper(0.21)), (1, m.Paper(0.13)))}"/>""");
        var dots = s.Texture(11, 11, 45, $"""<circle cx="5.5" cy="5.5" r="1.8" fill="#000" fill-opacity=".28"/><circle cx="6" cy="6.6" r="1.2" fill="#fff" fill-opacity=".16"/>""");
        s.Add($"""<path d="M-490,60 C-400,60 -330,110 -260,190 L-330,320 H-490Z M490,60 C400,60 330,110 260,190 L330,320 H490Z" fill="{dots}"/></g>""");
        s.Add($"""<path d="M-466,200 C-462,106 -418,-48 -368,-130 C-336,-180 -268,-198 -210,-190 C-140,-180 140,-180 210,-190 C268,-198 330,-180 362,-134" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<path d="M372,-120 C424,-36 464,116 466,210 C466,268 424,298 378,282" fill="none" stroke="{m.Rim}" stroke-opacity=".55" stroke-width="4.5" stroke-linecap="round"/>""");
    }

    private static void Pad(SvgSketch s, Materials m)
    {
        s.Add($"""<path d="M-112,-178 H112 L100,-66 Q97,-48 78,-48 H-78 Q-97,-48 -100,-66Z" fill="{s.Sweep(-100, -178, 100, -50, (0, m.Paper(0.42)), (0.48, m.Paper(0.28)), (0.5, m.Paper(0.23)), (1, m.Paper(0.17)))}" stroke="#000" stroke-opacity=".5" stroke-width="4"/>""");
        s.Add($"""<path d="M-106,-172 H106" stroke="#fff" stroke-opacity=".4" stroke-width="3"/><path d="M-96,-58 Q-92,-43 -76,-43 H76 Q92,-43 96,-58" fill="none" stroke="{m.Accent(0.12)}" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cy="-40" rx="120" ry="26" fill="{s.Soft(m.Accent(0.10), 0.55)}"/>""");
        foreach (var x in (ReadOnlySpan<int>)[-137, 137])
        {
            s.Add($"""<rect x="{x - 8}" y="-158" width="16" height="40" rx="8" fill="{m.Paper(0.08)}"/><rect x="{x - 6}" y="-157" width="12" height="35" rx="6" fill="{m.Paper(0.52)}"/>""");
        }

        s.Add($"""<circle cy="36" r="24" fill="{m.Paper(0.08)}"/><circle cy="34" r="21" fill="{s.Radial(0.38, 0.3, 0.8, (0, m.Accent(0.18)), (0.6, m.Accent()), (1, m.Accent(-0.14)))}"/><ellipse cx="-5" cy="26" rx="9" ry="5" fill="#fff" opacity=".7"/>""");
        s.Add($"""<circle cy="34" r="64" fill="{s.Soft(m.Accent(0.10), 0.45)}"/>""");
    }

    private static void Cross(SvgSketch s, Materials m, double x, double y)
    {
        const string Plus = "M-26,-80 Q-26,-90 -16,-90 H16 Q26,-90 26,-80 V-26 H80 Q90,-26 90,-16 V16 Q90,26 80,26 H26 V80 Q26,90 16,90 H-16 Q-26,90 -26,80 V26 H-80 Q-90,26 -90,16 V-16 Q-90,-26 -80,-26 H-26Z";
        s.Add($"""<g transform="translate({x},{y})"><circle r="104" fill="{s.Linear(0, 0, 1, 1, (0, m.Body(-0.20)), (1, m.Body(0.08)))}"/><circle r="99" fill="{m.Body(-0.10)}"/>""");
        s.Add($"""<path d="{Plus}" fill="#000" opacity=".45" transform="translate(4,9)"/><path d="{Plus}" fill="{s.Sweep(-90, -90, 90, 90, (0, m.Paper(0.44)), (0.5, m.Paper(0.24)), (1, m.Paper(0.13)))}"/>""");
        s.Add($"""<path d="M-23,-78 Q-23,-87 -15,-87 H15 Q22,-87 23,-80 M-87,14 V-15 Q-87,-23 -79,-23 H-24 V-72 M27,-23 H80 Q86,-23 87,-16" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="3" stroke-linecap="round"/><circle r="15" fill="{s.Radial(0.6, 0.65, 0.7, (0, m.Paper(0.34)), (1, m.Paper(0.12)))}"/>""");
        for (var turn = 0; turn < 360; turn += 90)
        {
            s.Add($"""<path d="M0,-74 L10,-58 H-10Z" fill="#fff" opacity=".55" transform="rotate({turn})"/>""");
        }

        s.Add($"</g>");
    }

    private static void Stick(SvgSketch s, Materials m, double x, double y)
    {
        s.Add($"""<g transform="translate({x},{y})"><circle r="84" fill="{s.Linear(0, 0, 1, 1, (0, m.Paper(0.05)), (1, m.Paper(0.40)))}"/><circle r="76" fill="{s.Radial(0.5, 0.5, 0.5, (0, m.Paper(0.04)), (0.8, m.Paper(0.08)), (1, m.Paper(0.16)))}"/>""");
        s.Add($"""<circle cx="5" cy="12" r="66" fill="#000" opacity=".5"/>""");
        s.Turned(0, -6, 64, 40, angle => m.Paper(0.24 + (0.16 * Math.Cos((angle + 130) * Math.PI / 180))), 60);
        for (var i = 0; i < 40; i++)
        {
            s.Add($"""<path d="M0,-63 V-55" stroke="#000" stroke-opacity=".4" stroke-width="3" transform="translate(0,-6) rotate({i * 9})"/>""");
        }

        s.Add($"""<circle cy="-6" r="47" fill="{s.Radial(0.60, 0.66, 0.75, (0, m.Paper(0.36)), (0.6, m.Paper(0.22)), (1, m.Paper(0.12)))}"/><circle cy="-6" r="47" fill="none" stroke="{m.Accent(0.05)}" stroke-width="4"/>""");
        s.Add($"""<path d="M-52,-34 A60,60 0 0 1 -8,-66" fill="none" stroke="#fff" stroke-opacity=".65" stroke-width="6" stroke-linecap="round"/></g>""");
    }

    private static void Buttons(SvgSketch s, Materials m, double x, double y)
    {
        (double X, double Y, Rgb Colour)[] domes =
        [
            (0, -62, Rgb.Parse("#ffc83d")), (62, 0, Rgb.Parse("#ff4f5e")), (0, 62, Rgb.Parse("#36c26e")), (-62, 0, Rgb.Parse("#3f8cff")),
        ];
        s.Add($"""<g transform="translate({x},{y})"><circle r="108" fill="{s.Linear(0, 0, 1, 1, (0, m.Body(-0.20)), (1, m.Body(0.08)))}"/><circle r="103" fill="{m.Body(-0.12)}"/>""");
        foreach (var (dx, dy, colour) in domes)
        {
            var dome = s.Radial(0.36, 0.30, 0.85, (0, Tone.Mix(colour, Rgb.White, 0.55)), (0.4, colour), (1, Tone.Mix(colour, Rgb.Black, 0.5)));
            s.Add($"""<circle cx="{dx + 3}" cy="{dy + 8}" r="36" fill="#000" opacity=".45"/><circle cx="{dx}" cy="{dy}" r="35" fill="{dome}"/><circle cx="{dx}" cy="{dy}" r="33" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="2.5"/>""");
            s.Add($"""<ellipse cx="{dx - 9}" cy="{dy - 15}" rx="15" ry="8" fill="#fff" opacity=".7" transform="rotate(-28 {dx - 9} {dy - 15})"/>""");
        }

        s.Add($"</g>");
    }
}
