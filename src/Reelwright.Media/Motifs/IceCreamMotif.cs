using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>Three scoops in a waffle cone, running a little; sprinkles in front.</summary>
internal sealed class IceCreamMotif : Motif
{
    private const string Cone = "M-206,30 H206 L26,486 C16,506 -16,506 -26,486Z";

    internal override string Name => "icecream";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 496, 250, 30);
        Waffle(s);
        Wafer(s);
        Scoop(s, -118, -120, 196, m.Trim(0.16), m.Trim(0.02), m.Trim(-0.18));
        Scoop(s, 128, -116, 196, Materials.Own("#fff8e6"), Materials.Own("#f7e1ae"), Materials.Own("#c99f5a"));
        Scoop(s, 4, -268, 204, m.Accent(0.18), m.Accent(0.05), m.Accent(-0.16));
        Cherry(s);
        return [Body(s), Front("sprinkles", Sprinkles(m))];
    }

    private static void Waffle(SvgSketch s)
    {
        var crust = s.Sweep(-206, 0, 206, 0, (0, Rgb.Parse("#d9954a")), (0.25, Rgb.Parse("#f6c983")), (0.6, Rgb.Parse("#d58b3c")), (1, Rgb.Parse("#87481a")));
        var clip = s.Clip($"""<path d="{Cone}"/>""");
        s.Add($"""<path d="{Cone}" fill="{crust}"/><g clip-path="{clip}">""");
        for (var i = -9; i <= 9; i++)
        {
            s.Add($"""<path d="M{(i * 62) - 240},20 L{(i * 62) + 60},520 M{(i * 62) + 240},20 L{(i * 62) - 60},520" stroke="#7d4214" stroke-opacity=".75" stroke-width="9"/><path d="M{(i * 62) - 232},20 L{(i * 62) + 68},520" stroke="#ffe6b8" stroke-opacity=".55" stroke-width="4"/>""");
        }

        s.Add($"""<ellipse cy="34" rx="230" ry="66" fill="{s.Soft(Rgb.Parse("#3d1a04"), 0.9)}"/></g>""");
    }

    private static void Wafer(SvgSketch s)
    {
        var crust = s.Sweep(-60, 0, 60, 0, (0, Rgb.Parse("#8a4f1f")), (0.3, Rgb.Parse("#e0a55c")), (0.5, Rgb.Parse("#f4cd8d")), (1, Rgb.Parse("#7a4217")));
        s.Add($"""<g transform="translate(196,-250) rotate(28)"><rect x="-36" y="-190" width="72" height="330" rx="32" fill="{crust}"/>""");
        for (var y = -170; y < 120; y += 34)
        {
            s.Add($"""<path d="M-36,{y + 20} L36,{y - 14}" stroke="#6b3710" stroke-opacity=".6" stroke-width="8"/>""");
        }

        s.Add($"""</g>""");
    }

    private static void Scoop(SvgSketch s, int x, int y, int r, Rgb light, Rgb middle, Rgb dark)
    {
        s.Add($"""<g transform="translate({x},{y})"><circle cx="6" cy="16" r="{r - 4}" fill="#000" opacity=".22"/>""");
        s.Add($"""<path transform="scale({r / 100.0:0.###})" fill="{s.Spot(-36, -42, 160, (0, light), (0.5, middle), (1, dark))}" d="M-100,10 C-108,-60 -52,-102 0,-102 C52,-102 108,-60 100,10 C108,40 92,62 74,52 C66,84 42,88 34,62 C24,96 -8,96 -16,66 C-30,84 -52,78 -54,56 C-72,74 -108,52 -100,10Z"/>""");
        for (var i = 0; i < 16; i++)
        {
            var (px, py) = SvgSketch.Around(0, -10, r * (0.25 + (i * 0.043)), i * 139);
            s.Add($"""<ellipse cx="{px:0.#}" cy="{py * 0.8:0.#}" rx="{10 + (i * 5 % 9)}" ry="4" fill="{(i % 2 == 0 ? dark : light)}" opacity=".45" transform="rotate({(i * 31 % 40) - 20} {px:0.#} {py * 0.8:0.#})"/>""");
        }

        s.Add($"""<ellipse cx="{-r * 0.38:0.#}" cy="{-r * 0.52:0.#}" rx="{r * 0.3:0.#}" ry="{r * 0.16:0.#}" fill="{s.Soft(Rgb.White, 0.95)}" transform="rotate(-34 {-r * 0.38:0.#} {-r * 0.52:0.#})"/></g>""");
    }

    private static void Cherry(SvgSketch s)
    {
        s.Add($"""<path d="M-10,-470 C0,-500 30,-516 62,-520" fill="none" stroke="#5b3a12" stroke-width="9" stroke-linecap="round"/>""");
        s.Add($"""<circle cx="-8" cy="-436" r="50" fill="{s.Spot(-26, -456, 84, (0, Rgb.Parse("#ff7a7a")), (0.45, Rgb.Parse("#d5172b")), (1, Rgb.Parse("#6d0512")))}"/><ellipse cx="-26" cy="-454" rx="14" ry="9" fill="#fff" opacity=".9" transform="rotate(-30 -26 -454)"/>""");
    }

    private static SvgSketch Sprinkles(Materials m)
    {
        var s = new SvgSketch();
        Rgb[] colours = [m.Trim(0.08), m.Paper(0.98), Rgb.Parse("#ffcf4a"), m.Body(0.14)];
        (int X, int Y)[] places = [(-90, -330), (-30, -390), (60, -340), (110, -280), (-120, -250), (20, -270), (-200, -180), (-140, -90), (-40, -200), (190, -190), (230, -90), (130, -60), (-250, -80), (70, -420)];
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y) = places[i];
            s.Add($"""<g transform="translate({x},{y}) rotate({i * 67})"><rect x="-20" y="-5" width="40" height="14" rx="7" fill="#000" opacity=".25"/><rect x="-20" y="-8" width="40" height="14" rx="7" fill="{colours[i % colours.Length]}"/><rect x="-14" y="-6" width="20" height="4" rx="2" fill="#fff" opacity=".6"/></g>""");
        }

        return s;
    }
}
