using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A glazed bowl heaped with something good to eat: grains, leaves, half an egg, tomatoes, herbs; a wooden spoon in it and steam above.</summary>
internal sealed class BowlMotif : Motif
{
    internal override string Name => "bowl";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 400, 420, 62);
        Inside(s, m);
        Spoon(s);
        Food(s);
        Wall(s, m);
        return [Body(s), Front("steam", Steam(), catchesLight: false)];
    }

    private static void Inside(SvgSketch s, Materials m)
    {
        var glaze = s.Linear(0, 0, 1, 0.2, (0, m.Body(-0.12)), (0.5, m.Body(0.04)), (1, m.Body(0.2)));
        s.Add($"""<ellipse cy="-10" rx="430" ry="126" fill="{m.Body(0.2)}"/><ellipse cy="-6" rx="412" ry="114" fill="{glaze}"/>""");
        s.Add($"""<ellipse cy="26" rx="390" ry="92" fill="{s.Soft(m.Shadow, 0.7)}"/>""");
    }

    private static void Spoon(SvgSketch s)
    {
        var wood = s.Sweep(240, -360, 330, -330, (0, Rgb.Parse("#f0c88e")), (0.5, Rgb.Parse("#c98d4c")), (1, Rgb.Parse("#7d4c20")));
        s.Add($"""<path d="M190,10 L374,-396 C388,-430 436,-408 422,-376 L258,20Z" fill="{wood}"/><path d="M236,-50 L388,-388" stroke="#fff" stroke-opacity=".55" stroke-width="7" stroke-linecap="round"/>""");
    }

    private static void Food(SvgSketch s)
    {
        var grain = s.Spot(-80, -110, 460, (0, Rgb.Parse("#ffe9b4")), (0.55, Rgb.Parse("#ecc174")), (1, Rgb.Parse("#a8702e")));
        s.Add($"""<path d="M-388,0 C-360,-84 -240,-140 -110,-150 C0,-176 150,-160 240,-116 C330,-86 380,-40 388,0 C300,92 -300,92 -388,0Z" fill="{grain}"/>""");
        for (var i = 0; i < 90; i++)
        {
            var (x, y) = SvgSketch.Around(0, -34, 30 + (i * 37 % 300), i * 67.5);
            s.Add($"""<ellipse cx="{x:0.#}" cy="{-34 + ((y + 34) * 0.34):0.#}" rx="15" ry="8" fill="{(i % 3 == 0 ? "#fff4d2" : "#d99f4c")}" opacity=".75" transform="rotate({i * 41} {x:0.#} {-34 + ((y + 34) * 0.34):0.#})"/>""");
        }

        (int X, int Y, int Turn, double Size)[] leaves = [(-300, -60, -70, 1.2), (-250, -110, -40, 1.3), (-180, -150, -14, 1.3), (-330, -10, -96, 1.0), (300, -40, 76, 1.1), (250, -100, 46, 1.2)];
        foreach (var (x, y, turn, size) in leaves)
        {
            Leaf(s, x, y, turn, size);
        }

        Egg(s, -54, -94);
        Tomato(s, 132, -108);
        Tomato(s, 204, -56);
        Tomato(s, 92, -44);
        Leaf(s, 24, -160, 12, 0.8);
        Leaf(s, 60, -150, 52, 0.7);
        for (var i = 0; i < 22; i++)
        {
            s.Add($"""<ellipse cx="{-230 + (i * 83 % 460)}" cy="{-20 + (i * 29 % 44)}" rx="8" ry="5" fill="{(i % 2 == 0 ? "#2b1c10" : "#fff6df")}" transform="rotate({i * 53} {-230 + (i * 83 % 460)} {-20 + (i * 29 % 44)})"/>""");
        }
    }

    private static void Leaf(SvgSketch s, int x, int y, int turn, double size)
    {
        var leaf = s.Linear(0, 0, 1, 1, (0, Rgb.Parse("#c3e76c")), (0.5, Rgb.Parse("#74b53a")), (1, Rgb.Parse("#2f6a1c")));
        s.Add($"""<g transform="translate({x},{y}) rotate({turn}) scale({size})"><path d="M0,64 C-62,30 -64,-46 0,-104 C64,-46 62,30 0,64Z" fill="#1d2f0a" opacity=".35" transform="translate(6,10)"/>""");
        s.Add($"""<path d="M0,64 C-62,30 -64,-46 0,-104 C64,-46 62,30 0,64Z" fill="{leaf}"/><path d="M0,58 V-82 M0,24 L-30,-8 M0,24 L30,-8 M0,-16 L-24,-44 M0,-16 L24,-44" stroke="#efffc4" stroke-opacity=".7" stroke-width="4" fill="none" stroke-linecap="round"/></g>""");
    }

    private static void Egg(SvgSketch s, int x, int y)
    {
        s.Add($"""<g transform="translate({x},{y}) rotate(-14)"><ellipse cx="8" cy="16" rx="112" ry="70" fill="#4a2a0a" opacity=".4"/><ellipse rx="110" ry="70" fill="{s.Linear(0, 0, 1, 1, (0, Rgb.White), (1, Rgb.Parse("#d9d2c4")))}"/>""");
        s.Add($"""<ellipse cx="4" cy="4" rx="58" ry="40" fill="{s.Radial(0.36, 0.3, 0.8, (0, Rgb.Parse("#ffd75a")), (0.6, Rgb.Parse("#f79a1c")), (1, Rgb.Parse("#d46a08")))}"/><ellipse cx="-14" cy="-10" rx="18" ry="9" fill="#fff" opacity=".85"/></g>""");
    }

    private static void Tomato(SvgSketch s, int x, int y)
    {
        var skin = s.Spot(x - 18, y - 22, 84, (0, Rgb.Parse("#ff8f6f")), (0.5, Rgb.Parse("#e03527")), (1, Rgb.Parse("#8b0e0b")));
        s.Add($"""<ellipse cx="{x + 6}" cy="{y + 12}" rx="56" ry="50" fill="#3b1206" opacity=".4"/><ellipse cx="{x}" cy="{y}" rx="56" ry="52" fill="{skin}"/><ellipse cx="{x - 20}" cy="{y - 22}" rx="17" ry="10" fill="#fff" opacity=".85" transform="rotate(-30 {x - 20} {y - 22})"/>""");
    }

    private static void Wall(SvgSketch s, Materials m)
    {
        const string Shape = "M-430,-10 C-424,190 -280,332 -150,356 L-138,392 H138 L150,356 C280,332 424,190 430,-10 C400,86 220,116 0,116 C-220,116 -400,86 -430,-10Z";
        var glaze = s.Sweep(-430, 0, 430, 60, (0, m.Body(0.02)), (0.08, m.Body(0.18)), (0.24, m.Body(0.28)), (0.45, m.Body(0.10)), (0.72, m.Body(-0.06)), (0.93, m.Body(-0.20)), (1, m.Body(-0.08)));
        var fall = s.Sweep(0, 60, 0, 392, (0, m.Shadow, 0), (0.6, m.Shadow, 0.06), (1, m.Shadow, 0.46));
        s.Add($"""<path d="{Shape}" fill="{glaze}"/><path d="{Shape}" fill="{fall}"/>""");
        s.Add($"""<path d="M-424,10 C-386,96 -210,124 0,124 C210,124 386,96 424,10" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-396,86 C-350,158 -180,190 0,190 C180,190 350,158 396,86" fill="none" stroke="{m.Accent(0.04)}" stroke-width="20" stroke-linecap="round"/>""");
        var gloss = s.Sweep(0, 60, 0, 320, (0, Rgb.White, 0.7), (1, Rgb.White, 0));
        s.Add($"""<path d="M-380,110 C-356,210 -290,280 -222,316 L-196,300 C-262,256 -318,190 -338,128Z" fill="{gloss}"/><path d="M402,80 C376,190 300,276 220,316" fill="none" stroke="{m.Rim}" stroke-opacity=".5" stroke-width="7" stroke-linecap="round"/>""");
    }

    private static SvgSketch Steam()
    {
        var s = new SvgSketch();
        var fade = s.Sweep(0, -150, 0, -500, (0, Rgb.White, 0), (0.3, Rgb.White, 0.46), (0.7, Rgb.White, 0.24), (1, Rgb.White, 0));
        s.Add($"""<g fill="none" stroke="{fade}" stroke-linecap="round" filter="{s.Blur(11)}"><path d="M-150,-170 C-220,-250 -90,-300 -156,-376 S-130,-466 -114,-490" stroke-width="26"/><path d="M0,-190 C-70,-270 84,-310 10,-400 S24,-478 46,-496" stroke-width="32"/></g>""");
        return s;
    }
}
