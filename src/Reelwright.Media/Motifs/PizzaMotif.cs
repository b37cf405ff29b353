using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A pizza from the stone oven with one slice drawn out of it, threads of cheese between them.</summary>
internal sealed class PizzaMotif : Motif
{
    private const string Rest = "M0,0 L170,-520 L-560,-560 L-560,560 L560,560 L560,-40Z";
    private const string Slice = "M0,0 L170,-520 L560,-560 L560,-40Z";

    internal override string Name => "pizza";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        s.Add($"""<ellipse cx="10" cy="110" rx="500" ry="400" fill="{s.Soft(m.Shadow, m.IsLight ? 0.6 : 0.95)}"/><g transform="translate(-20,30) scale(1,.9)">""");
        var rest = s.Clip($"""<path d="{Rest}"/>""");
        var slice = s.Clip($"""<path d="{Slice}"/>""");
        s.Add($"""<circle cy="26" r="410" fill="#6b3610" clip-path="{rest}"/>""");
        s.Add($"""<g clip-path="{rest}">""");
        Disc(s);
        s.Add($"""</g><path d="M0,0 L130,-398 M0,0 L418,-30" stroke="#7d3c12" stroke-width="9" stroke-linecap="round"/>""");
        Threads(s);
        s.Add($"""<g transform="translate(58,-58)"><path d="M0,26 L132,-384 A410,410 0 0 1 409,-4 Z" fill="#6b3610"/><g clip-path="{slice}">""");
        Disc(s);
        s.Add($"""</g></g></g>""");
        return [Body(s), Front("steam", Steam(), catchesLight: false)];
    }

    private static void Disc(SvgSketch s)
    {
        var crust = s.Spot(-90, -120, 520, (0.55, Rgb.Parse("#f6cf8c")), (0.75, Rgb.Parse("#e5a452")), (0.92, Rgb.Parse("#bf7229")), (1, Rgb.Parse("#8d4a15")));
        s.Add($"""<circle r="410" fill="{crust}"/>""");
        for (var i = 0; i < 26; i++)
        {
            var (x, y) = SvgSketch.Around(0, 0, 374 + (i * 7 % 23), i * 13.9);
            s.Add($"""<ellipse cx="{x:0.#}" cy="{y:0.#}" rx="{14 + (i * 5 % 17)}" ry="{8 + (i * 3 % 9)}" fill="#5e2a0a" opacity="{(i % 3 == 0 ? 0.55 : 0.22)}" transform="rotate({(i * 14) + 90} {x:0.#} {y:0.#})"/>""");
        }

        s.Add($"""<circle r="346" fill="{s.Spot(-60, -80, 420, (0, Rgb.Parse("#e8512c")), (0.7, Rgb.Parse("#cc3218")), (1, Rgb.Parse("#8f1d0d")))}"/>""");
        var cheese = s.Spot(-90, -120, 440, (0, Rgb.Parse("#fff6cf")), (0.5, Rgb.Parse("#fbdc83")), (1, Rgb.Parse("#eeb14c")));
        s.Add($"""<path d="M-300,-60 C-330,-170 -230,-280 -120,-290 C-60,-340 60,-330 120,-280 C230,-270 320,-170 300,-70 C340,20 310,150 230,200 C190,290 70,330 -20,300 C-120,330 -240,270 -260,170 C-330,120 -340,10 -300,-60Z" fill="{cheese}"/>""");
        (int X, int Y, int R)[] melts = [(-190, -190, 60), (-40, -250, 46), (60, 40, 70), (-70, 190, 60), (210, -40, 50), (-240, 60, 44), (170, 200, 46), (-20, -60, 52)];
        foreach (var (x, y, r) in melts)
        {
            s.Add($"""<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * 0.8:0.#}" fill="{s.Soft(Rgb.Parse("#fffdf0"), 0.9)}"/>""");
        }

        (int X, int Y)[] rounds = [(-210, -80), (-90, -180), (-130, 70), (10, 180), (90, -40), (150, 110), (-250, 150), (120, -230), (250, -140)];
        foreach (var (x, y) in rounds)
        {
            Salami(s, x, y);
        }

        (int X, int Y, int Turn)[] leaves = [(-30, 20, 30), (-20, -120, -50), (-200, 220, 70), (60, 250, 10), (230, 20, 110), (180, -190, 30)];
        foreach (var (x, y, turn) in leaves)
        {
            Basil(s, x, y, turn);
        }
    }

    private static void Salami(SvgSketch s, int x, int y)
    {
        var meat = s.Spot(x - 18, y - 20, 92, (0, Rgb.Parse("#f0694a")), (0.6, Rgb.Parse("#c8321f")), (1, Rgb.Parse("#84150c")));
        s.Add($"""<circle cx="{x + 4}" cy="{y + 9}" r="62" fill="#4b1405" opacity=".45"/><circle cx="{x}" cy="{y}" r="60" fill="{meat}"/><circle cx="{x}" cy="{y}" r="55" fill="none" stroke="#ffb59a" stroke-opacity=".45" stroke-width="4"/>""");
        s.Add($"""<circle cx="{x + 18}" cy="{y + 12}" r="7" fill="#f7b39c"/><circle cx="{x - 20}" cy="{y + 20}" r="5" fill="#f7b39c"/><circle cx="{x + 6}" cy="{y - 26}" r="6" fill="#f7b39c"/><circle cx="{x - 26}" cy="{y - 8}" r="6" fill="#f7b39c"/>""");
        s.Add($"""<path d="M{x - 40},{y - 18} A46,46 0 0 1 {x - 4},{y - 44}" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="7" stroke-linecap="round"/>""");
    }

    private static void Basil(SvgSketch s, int x, int y, int turn)
    {
        var leaf = s.Linear(0, 0, 1, 1, (0, Rgb.Parse("#93d04a")), (1, Rgb.Parse("#2c661a")));
        s.Add($"""<g transform="translate({x},{y}) rotate({turn})"><path d="M0,46 C-44,22 -46,-30 0,-66 C46,-30 44,22 0,46Z" fill="#3a1204" opacity=".4" transform="translate(5,9)"/>""");
        s.Add($"""<path d="M0,46 C-44,22 -46,-30 0,-66 C46,-30 44,22 0,46Z" fill="{leaf}"/><path d="M0,42 V-50 M0,14 L-20,-6 M0,14 L20,-6" stroke="#dcf7a8" stroke-opacity=".75" stroke-width="3.5" stroke-linecap="round" fill="none"/></g>""");
    }

    private static void Threads(SvgSketch s) =>
        s.Add($"""<g fill="none" stroke="#fbe29a" stroke-linecap="round"><path d="M40,-130 C70,-150 84,-176 100,-196" stroke-width="13"/><path d="M66,-216 C90,-240 108,-256 124,-282" stroke-width="9"/><path d="M150,-14 C176,-30 196,-44 208,-66" stroke-width="12"/><path d="M250,-20 C276,-36 292,-54 308,-78" stroke-width="8"/></g>""");

    private static SvgSketch Steam()
    {
        var s = new SvgSketch();
        var fade = s.Sweep(0, -200, 0, -520, (0, Rgb.White, 0), (0.4, Rgb.White, 0.40), (1, Rgb.White, 0));
        s.Add($"""<g fill="none" stroke="{fade}" stroke-linecap="round" filter="{s.Blur(12)}"><path d="M-190,-210 C-250,-290 -120,-340 -180,-420 S-150,-490 -140,-505" stroke-width="26"/><path d="M-40,-220 C-100,-300 30,-350 -30,-430 S0,-490 10,-505" stroke-width="30"/></g>""");
        return s;
    }
}
