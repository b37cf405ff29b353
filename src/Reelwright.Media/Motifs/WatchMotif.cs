using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A dress watch: polished case, sunburst dial with faceted markers, small seconds, leather strap; ten past ten.</summary>
internal sealed class WatchMotif : Motif
{
    private const double HourHand = 305;
    private const double MinuteHand = 54;

    internal override string Name => "watch";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 486, 250, 36);
        s.Add($"""<g transform="rotate(6)">""");
        Strap(s, m, up: true);
        Strap(s, m, up: false);
        Case(s, m);
        Dial(s, m);
        Hands(s, m);
        Crystal(s);
        s.Add($"</g>");
        return [Body(s)];
    }

    private static void Strap(SvgSketch s, Materials m, bool up)
    {
        s.Add($"""<g transform="scale(1,{(up ? 1 : -1)})">""");
        const string Leather = "M-146,-170 L-124,-470 Q-122,-488 -104,-488 L104,-488 Q122,-488 124,-470 L146,-170Z";
        var across = s.Sweep(-146, 0, 146, 0, (0, m.Body(-0.20)), (0.08, m.Body(-0.04)), (0.28, m.Body(0.07)), (0.46, m.Body(0.01)), (0.80, m.Body(-0.08)), (0.95, m.Body(-0.16)), (1, m.Body(-0.24)));
        var along = s.Sweep(0, -488, 0, -190, (0, Rgb.Black, 0.62), (0.22, Rgb.Black, 0.22), (0.5, Rgb.White, 0.10), (0.75, Rgb.Black, 0.02), (1, Rgb.Black, 0.55));
        s.Add($"""<path d="{Leather}" fill="{across}"/><path d="{Leather}" fill="{along}"/>""");
        s.Add($"""<path d="M-128,-210 L-110,-474 M128,-210 L110,-474" stroke="#000" stroke-opacity=".30" stroke-width="7" fill="none"/>""");
        s.Add($"""<path d="M-127,-214 L-110,-472 M127,-214 L110,-472" stroke="{m.Body(0.24)}" stroke-width="3.6" stroke-dasharray="15 9" stroke-linecap="round" fill="none"/>""");
        s.Add($"""<path d="M-139,-230 L-122,-468" stroke="{m.Rim}" stroke-opacity=".45" stroke-width="3" fill="none"/></g>""");
        if (!up)
        {
            for (var y = 366; y <= 462; y += 48)
            {
                s.Add($"""<ellipse cy="{y}" rx="9" ry="8" fill="#000" opacity=".65"/>""");
                s.Add($"""<path d="M-8,{y + 5} A9,8 0 0 0 8,{y + 5}" fill="none" stroke="{m.Body(0.2)}" stroke-width="2" opacity=".7"/>""");
            }
        }
    }

    private static void Case(SvgSketch s, Materials m)
    {
        var lug = s.Sweep(-190, 0, 190, 0, (0, m.Metal(0.95)), (0.12, m.Metal(0.55)), (0.2, m.Metal(0.80)), (0.8, m.Metal(0.66)), (0.9, m.Metal(0.40)), (1, m.Metal(0.82)));
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(1, 1), (-1, 1), (1, -1), (-1, -1)])
        {
            s.Add($"""<path transform="scale({x},{y})" d="M128,180 L150,268 Q155,284 168,281 L176,278 Q188,273 188,258 C192,220 204,180 226,140Z" fill="{lug}"/>""");
            s.Add($"""<path transform="scale({x},{y})" d="M206,160 C192,196 183,226 180,266" stroke="#fff" stroke-opacity=".5" stroke-width="3" fill="none"/>""");
        }

        Crown(s, m);
        s.Turned(0, 0, 262, 200, angle => m.Metal(Polish(angle)));
        s.Add($"""<circle r="262" fill="none" stroke="{m.Metal(0.24)}" stroke-opacity=".8" stroke-width="2"/>""");
        s.Add($"""<circle r="259" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2"/>""");
        s.Turned(0, 0, 238, 200, angle => m.Metal(Polish(angle + 150) * 0.88));
        s.Add($"""<circle r="238" fill="none" stroke="{m.Metal(0.98)}" stroke-opacity=".75" stroke-width="2.5"/><circle r="213" fill="{m.Metal(0.16)}"/>""");
    }

    private static void Crown(SvgSketch s, Materials m)
    {
        var barrel = s.Linear(0, 0, 0, 1, (0, m.Metal(0.40)), (0.22, m.Metal(0.96)), (0.5, m.Metal(0.66)), (0.85, m.Metal(0.30)), (1, m.Metal(0.55)));
        s.Add($"""<rect x="254" y="-20" width="18" height="40" fill="{barrel}"/><rect x="266" y="-34" width="34" height="68" rx="9" fill="{barrel}"/>""");
        for (var y = -26; y <= 26; y += 7)
        {
            s.Add($"""<path d="M268,{y} h30" stroke="{m.Metal(0.22)}" stroke-width="2" opacity=".7"/>""");
        }
    }

    private static void Dial(SvgSketch s, Materials m)
    {
        var light = m.IsLight;
        Rgb Ray(double angle)
        {
            var glow = Math.Pow(Math.Abs(Math.Cos((angle - 52) * Math.PI / 180)), 5);
            return light ? m.Paper(0.86 + (0.12 * glow)) : m.Body((m.BodyBase.Luminance > 0.3 ? -0.36 : -0.16) + (0.17 * glow));
        }

        s.Turned(0, 0, 210, 0, Ray, 180);
        var rim = s.Spot(0, 0, 210, (0.55, Rgb.Black, 0), (0.86, Rgb.Black, light ? 0.06 : 0.30), (1, Rgb.Black, light ? 0.28 : 0.62));
        s.Add($"""<circle r="210" fill="{rim}"/>""");
        var track = light ? m.Paper(0.30) : m.Metal(0.92);
        for (var minute = 0; minute < 60; minute++)
        {
            s.Add($"""<path transform="rotate({minute * 6})" d="M0,-199 V{(minute % 5 == 0 ? -187 : -192)}" stroke="{track}" stroke-width="{(minute % 5 == 0 ? 3.2 : 1.8)}" opacity=".85"/>""");
        }

        for (var hour = 0; hour < 12; hour++)
        {
            if (hour != 6)
            {
                Marker(s, m, hour);
            }
        }

        SmallSeconds(s, m, light);
    }

    private static void Marker(SvgSketch s, Materials m, int hour)
    {
        double[] at = hour == 0 ? [-11, 11] : [0];
        foreach (var x in at)
        {
            s.Add($"""<g transform="rotate({hour * 30}) translate({x},0)"><path d="M-5,-176 h13 v56 h-13z" fill="#000" opacity=".35"/>""");
            s.Add($"""<path d="M-7,-180 L0,-184 V-118 L-7,-122Z" fill="{m.Metal(0.97)}"/><path d="M7,-180 L0,-184 V-118 L7,-122Z" fill="{m.Metal(0.58)}"/></g>""");
        }
    }

    private static void SmallSeconds(SvgSketch s, Materials m, bool light)
    {
        s.Add($"""<g transform="translate(0,104)"><circle r="62" fill="{(light ? m.Paper(0.90) : m.Metal(0.13))}"/>""");
        for (var r = 8; r < 58; r += 5)
        {
            s.Add($"""<circle r="{r}" fill="none" stroke="{(light ? Rgb.Black : Rgb.White)}" stroke-opacity="{(light ? 0.07 : 0.09)}" stroke-width="1.6"/>""");
        }

        for (var i = 0; i < 12; i++)
        {
            s.Add($"""<path transform="rotate({i * 30})" d="M0,-57 V-49" stroke="{(light ? m.Paper(0.30) : m.Metal(0.92))}" stroke-width="2.4"/>""");
        }

        s.Add($"""<circle r="62" fill="none" stroke="{m.Metal(0.82)}" stroke-width="3"/><g transform="rotate(214)">""");
        s.Add($"""<path d="M-2,14 L0,-50 L2,14Z" fill="{m.Accent()}" stroke="{m.Accent()}" stroke-width="2"/></g><circle r="6" fill="{m.Metal(0.9)}"/></g>""");
    }

    private static void Hands(SvgSketch s, Materials m)
    {
        Hand(s, m, HourHand, 112, 13);
        Hand(s, m, MinuteHand, 168, 10);
        s.Add($"""<circle r="13" fill="{m.Metal(0.50)}"/><circle r="10" cx="-1" cy="-1" fill="{m.Metal(0.93)}"/><circle r="3.5" fill="{m.Metal(0.25)}"/>""");
    }

    /// <summary>A dauphine hand: two facets, one in the light.</summary>
    private static void Hand(SvgSketch s, Materials m, double degrees, double length, double half)
    {
        s.Add($"""<path transform="translate(5,8) rotate({degrees})" d="M0,34 L{-half},0 L0,{-length} L{half},0Z" fill="#000" opacity=".38"/>""");
        s.Add($"""<g transform="rotate({degrees})"><path d="M0,34 L{-half},0 L0,{-length}Z" fill="{m.Metal(0.99)}"/><path d="M0,34 L{half},0 L0,{-length}Z" fill="{m.Metal(0.60)}"/></g>""");
    }

    private static void Crystal(SvgSketch s)
    {
        var clip = s.Clip($"""<circle r="206"/>""");
        var glare = s.Sweep(-150, -190, 60, 90, (0, Rgb.White, 0.46), (0.6, Rgb.White, 0.10), (1, Rgb.White, 0.02));
        s.Add($"""<g clip-path="{clip}"><path d="M-260,60 C-150,-10 -20,-90 60,-260 L-260,-260Z" fill="{glare}"/>""");
        s.Add($"""<path d="M206,40 A210,210 0 0 1 60,200" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="5" stroke-linecap="round"/></g>""");
    }

    /// <summary>Lightness round a polished ring: a few windows reflected, with dark between them.</summary>
    private static double Polish(double angle)
    {
        var radians = angle * Math.PI / 180;
        var waves = (0.55 * Math.Sin((2 * radians) + 2.2)) + (0.30 * Math.Sin((3 * radians) + 0.6)) + (0.22 * Math.Sin((5 * radians) + 1.1));
        return Math.Clamp(0.62 + (0.46 * waves), 0.22, 0.99);
    }
}
