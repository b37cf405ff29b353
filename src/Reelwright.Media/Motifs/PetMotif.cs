using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A sitting puppy with a collar in the brand's colour; its bowl and ball stand in front.</summary>
internal sealed class PetMotif : Motif
{
    private const string Coat = "#dd9549";
    private const string Cream = "#fff0d9";

    internal override string Name => "pet";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 446, 470, 46);
        Tail(s);
        Trunk(s);
        Leg(s, 1);
        Leg(s, -1);
        Bib(s);
        Collar(s, m);
        s.Add($"""<g transform="rotate(-5 0 -60)">""");
        Head(s);
        Ear(s, 1);
        Ear(s, -1);
        Face(s);
        s.Add($"</g>");
        return [Body(s), Front("bowl", Bowl(m))];
    }

    private static void Tail(SvgSketch s)
    {
        const string Outline = "M150,390 C250,400 330,340 342,250 C348,200 338,160 316,150 C296,144 288,166 290,196 C294,262 246,312 150,318Z";
        s.Add($"""<path d="{Outline}" fill="{s.Sweep(160, 400, 340, 160, (0, Materials.Own(Coat, -0.20)), (0.6, Materials.Own(Coat, -0.02)), (1, Materials.Own(Coat, 0.06)))}"/><path d="M316,150 C338,160 348,200 342,240 L326,222 L316,240 L304,214 L290,206 C286,166 296,144 316,150Z" fill="{Materials.Own(Cream)}"/>""");
        s.Add($"""<path d="M300,170 C298,250 262,310 190,332" fill="none" stroke="#fff" stroke-opacity=".30" stroke-width="10" stroke-linecap="round"/>""");
    }

    private static void Trunk(SvgSketch s)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var shade = side < 0 ? -0.07 : 0;
            var thigh = s.Radial(0.36, 0.26, 0.85, (0, Materials.Own(Coat, 0.10 + shade)), (0.5, Materials.Own(Coat, -0.02 + shade)), (1, Materials.Own(Coat, -0.22 + shade)));
            s.Add($"""<path d="M{-110 * side},180 C{-220 * side},190 {-258 * side},290 {-242 * side},372 C{-236 * side},420 {-200 * side},432 {-150 * side},432 H{-60 * side} L{-40 * side},260Z" fill="{thigh}"/>""");
            s.Add($"""<path d="M{-248 * side},440 C{-262 * side},404 {-228 * side},380 {-186 * side},382 C{-150 * side},384 {-128 * side},404 {-128 * side},440Z" fill="{s.Linear(0, 0, 0.4, 1, (0, Materials.Own(Cream, 0.02)), (1, Materials.Own(Cream, -0.18)))}"/><path d="M{-222 * side},438 V418 M{-190 * side},438 V416 M{-160 * side},438 V420" stroke="#8a5a2c" stroke-opacity=".6" stroke-width="5" stroke-linecap="round"/>""");
        }

        var fur = s.Sweep(-150, -60, 130, 420, (0, Materials.Own(Coat, 0.08)), (0.45, Materials.Own(Coat)), (1, Materials.Own(Coat, -0.20)));
        s.Add($"""<path d="M-118,-60 C-150,20 -178,120 -170,240 C-164,340 -120,420 0,424 C120,420 164,340 170,240 C178,120 150,20 118,-60Z" fill="{fur}"/>""");
        s.Add($"""<ellipse cx="0" cy="400" rx="120" ry="70" fill="{s.Soft(Rgb.Parse("#3a1c06"), 0.75)}"/>""");
        s.Add($"""<path d="M-140,20 C-164,100 -166,180 -158,240" fill="none" stroke="#fff" stroke-opacity=".30" stroke-width="10" stroke-linecap="round"/>""");
    }

    /// <param name="side">1 for the leg on the left, which has the light.</param>
    private static void Leg(SvgSketch s, int side)
    {
        var shade = side < 0 ? -0.05 : 0;
        const string Outline = "M-118,150 C-130,240 -124,310 -118,372 C-140,386 -150,410 -142,436 Q-138,448 -124,448 H-32 Q-18,448 -18,432 C-12,340 -14,240 -26,170 C-36,96 -108,84 -118,150Z";
        var fur = s.Sweep(-130, 0, -20, 20, (0, Materials.Own(Coat, 0.02 + shade)), (0.3, Materials.Own(Coat, 0.12 + shade)), (0.7, Materials.Own(Coat, -0.02 + shade)), (1, Materials.Own(Coat, -0.22 + shade)));
        s.Add($"""<g transform="scale({side},1)"><path d="{Outline}" fill="{fur}"/>""");
        s.Add($"""<path d="M-120,334 L-104,350 L-90,326 L-74,350 L-58,326 L-42,348 L-18,330 C-16,370 -16,400 -18,432 Q-18,448 -32,448 H-124 Q-138,448 -142,436 C-150,410 -140,386 -118,372Z" fill="{s.Sweep(-140, 330, -20, 450, (0, Materials.Own(Cream, 0.04 + shade)), (0.6, Materials.Own(Cream, -0.03 + shade)), (1, Materials.Own(Cream, -0.18)))}"/>""");
        s.Add($"""<path d="M-108,444 V414 M-76,446 V410 M-46,444 V414" stroke="#8a5a2c" stroke-opacity=".60" stroke-width="6" stroke-linecap="round"/><path d="M-112,190 C-118,250 -114,300 -110,330" fill="none" stroke="#fff" stroke-opacity="{(side > 0 ? 0.4 : 0.12)}" stroke-width="9" stroke-linecap="round"/></g>""");
    }

    /// <summary>The white chest, tufted where it runs out over the legs.</summary>
    private static void Bib(SvgSketch s)
    {
        s.Add($"""<path d="M-84,-40 C-104,60 -112,120 -84,190 L-68,168 L-56,214 L-34,182 L-18,232 L0,196 L18,232 L34,182 L56,214 L68,168 L84,190 C112,120 104,60 84,-40Z" fill="{s.Sweep(-80, 0, 80, 220, (0, Materials.Own(Cream, 0.03)), (0.6, Materials.Own(Cream, -0.03)), (1, Materials.Own(Cream, -0.14)))}"/>""");
        s.Add($"""<path d="M-42,70 Q-34,96 -18,104 M34,60 Q28,92 14,104 M-8,120 Q-4,142 6,150 M-58,128 Q-52,146 -42,152 M52,126 Q46,146 38,152" fill="none" stroke="#b98a55" stroke-opacity=".55" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<ellipse cx="0" cy="-2" rx="150" ry="72" fill="{s.Soft(Rgb.Parse("#3a1c06"), 0.70)}"/>""");
    }

    private static void Collar(SvgSketch s, Materials m)
    {
        const string Band = "M-134,-40 C-90,26 90,26 134,-40 L142,-4 C96,70 -96,70 -142,-4Z";
        s.Add($"""<path d="{Band}" fill="#000" opacity=".30" transform="translate(0,10)"/><path d="{Band}" fill="{s.Sweep(-140, 0, 140, 20, (0, m.Body(0.06)), (0.25, m.Body(0.18)), (0.6, m.Body()), (1, m.Body(-0.20)))}"/><path d="M-134,-12 C-90,56 90,56 134,-12" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="3.5" stroke-dasharray="11 8"/>""");
        var metal = s.Radial(0.34, 0.28, 0.9, (0, m.Metal(0.99)), (0.5, m.Metal(0.80)), (1, m.Metal(0.48)));
        s.Add($"""<circle cy="54" r="15" fill="none" stroke="{m.Metal(0.62)}" stroke-width="8"/><circle cx="3" cy="106" r="48" fill="#000" opacity=".28"/><circle cy="100" r="48" fill="{metal}"/><circle cy="100" r="40" fill="none" stroke="{m.Metal(0.42)}" stroke-opacity=".5" stroke-width="3"/>""");
        Paw(s, 0, 104, 0.9, FormattableString.Invariant($"{m.Accent(-0.08)}"));
    }

    private static void Paw(SvgSketch s, double x, double y, double scale, string colour) =>
        s.Add($"""<g transform="translate({x},{y}) scale({scale})" fill="{colour}"><path d="M0,-6 C14,-6 24,8 24,18 C24,30 10,26 0,26 C-10,26 -24,30 -24,18 C-24,8 -14,-6 0,-6Z"/><ellipse cx="-25" cy="-6" rx="7" ry="10" transform="rotate(-24 -25 -6)"/><ellipse cx="-9" cy="-21" rx="7.5" ry="11"/><ellipse cx="9" cy="-21" rx="7.5" ry="11"/><ellipse cx="25" cy="-6" rx="7" ry="10" transform="rotate(24 25 -6)"/></g>""");

    private static void Head(SvgSketch s)
    {
        const string Skull = "M0,-424 C112,-426 176,-352 184,-254 C190,-204 206,-172 198,-124 C184,-44 96,2 0,2 C-96,2 -184,-44 -198,-124 C-206,-172 -190,-204 -184,-254 C-176,-352 -112,-426 0,-424Z";
        var fur = s.Spot(-70, -330, 420, (0, Materials.Own(Coat, 0.17)), (0.35, Materials.Own(Coat, 0.06)), (0.7, Materials.Own(Coat, -0.05)), (1, Materials.Own(Coat, -0.20)));
        s.Add($"""<path d="{Skull}" fill="{fur}"/>""");
        var clip = s.Clip($"""<path d="{Skull}"/>""");
        s.Add($"""<g clip-path="{clip}"><path d="M0,-440 C-22,-400 -30,-340 -30,-280 C-36,-226 -150,-200 -150,-96 C-150,-10 -70,30 0,30 C70,30 150,-10 150,-96 C150,-200 36,-226 30,-280 C30,-340 22,-400 0,-440Z" fill="{s.Spot(-40, -190, 260, (0, Materials.Own(Cream, 0.05)), (0.5, Materials.Own(Cream, 0.01)), (1, Materials.Own(Cream, -0.14)))}"/>""");
        s.Add($"""<ellipse cx="0" cy="14" rx="200" ry="52" fill="{s.Soft(Rgb.Parse("#6b3a12"), 0.55)}"/><ellipse cx="-92" cy="-370" rx="90" ry="40" fill="{s.Soft(Rgb.White, 0.50)}" transform="rotate(-32 -92 -370)"/></g>""");
    }

    private static void Ear(SvgSketch s, int side)
    {
        const string Flap = "M-96,-404 C-160,-430 -226,-388 -254,-306 C-282,-222 -290,-120 -246,-78 C-214,-50 -176,-98 -166,-162 C-156,-230 -128,-300 -96,-404Z";
        var shade = side < 0 ? -0.08 : 0;
        var fur = s.Sweep(-280, -330, -130, -160, (0, Materials.Own("#a35f28", 0.12 + shade)), (0.4, Materials.Own("#a35f28", 0.01 + shade)), (1, Materials.Own("#a35f28", -0.16 + shade)));
        s.Add($"""<g transform="scale({side},1)"><path d="{Flap}" fill="#3a1c06" opacity=".30" transform="translate(13,1)"/><path d="{Flap}" fill="{fur}"/>""");
        s.Add($"""<path d="M-126,-396 C-176,-402 -220,-366 -240,-300 C-254,-250 -262,-190 -256,-140" fill="none" stroke="#fff" stroke-opacity="{(side > 0 ? 0.42 : 0.2)}" stroke-width="9" stroke-linecap="round"/><path d="M-232,-120 Q-226,-96 -214,-92 M-206,-130 Q-202,-112 -194,-108" fill="none" stroke="#3a1c06" stroke-opacity=".4" stroke-width="5" stroke-linecap="round"/></g>""");
    }

    private static void Face(SvgSketch s)
    {
        foreach (var x in (ReadOnlySpan<int>)[-92, 92])
        {
            s.Add($"""<ellipse cx="{x}" cy="-226" rx="43" ry="47" fill="#5a2f10" opacity=".35"/><ellipse cx="{x}" cy="-224" rx="37" ry="41" fill="{s.Radial(0.5, 0.68, 0.62, (0, Rgb.Parse("#8a4d1c")), (0.55, Rgb.Parse("#3a1c0a")), (1, Rgb.Parse("#160903")))}"/>""");
            s.Add($"""<circle cx="{x - 12}" cy="-240" r="13" fill="#fff"/><circle cx="{x + 13}" cy="-208" r="6" fill="#fff" opacity=".75"/><path d="M{x - 34},-296 Q{x},-318 {x + 32},-296" fill="none" stroke="#8a4f1d" stroke-width="13" stroke-linecap="round" opacity=".75"/>""");
        }

        s.Add($"""<path d="M-36,-66 C-36,-6 -26,34 0,34 C26,34 36,-6 36,-66Z" fill="{s.Sweep(0, -70, 0, 34, (0, Rgb.Parse("#b23a4c")), (0.35, Rgb.Parse("#f0718a")), (1, Rgb.Parse("#ff9fb0")))}"/><path d="M0,-58 V8" stroke="#b8405a" stroke-opacity=".7" stroke-width="5" stroke-linecap="round"/>""");
        s.Add($"""<path d="M-86,-104 C-76,-62 -14,-60 0,-96 C14,-60 76,-62 86,-104" fill="none" stroke="#4a2710" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/><path d="M0,-128 V-92" stroke="#4a2710" stroke-width="7" stroke-linecap="round"/>""");
        s.Add($"""<path d="M0,-186 C34,-186 60,-178 60,-156 C60,-132 24,-112 0,-112 C-24,-112 -60,-132 -60,-156 C-60,-178 -34,-186 0,-186Z" fill="{s.Radial(0.36, 0.24, 0.85, (0, Rgb.Parse("#6b5a54")), (0.4, Rgb.Parse("#2c211e")), (1, Rgb.Parse("#0f0a09")))}"/><ellipse cx="-18" cy="-170" rx="19" ry="8" fill="#fff" opacity=".65" transform="rotate(-8 -18 -170)"/>""");
        s.Add($"""<path d="M-30,-140 Q-24,-134 -16,-138 M30,-140 Q24,-134 16,-138" fill="none" stroke="#000" stroke-width="7" stroke-linecap="round"/><g fill="#a3713c" opacity=".7"><circle cx="-84" cy="-124" r="4.5"/><circle cx="-66" cy="-108" r="4.5"/><circle cx="-98" cy="-104" r="4.5"/><circle cx="84" cy="-124" r="4.5"/><circle cx="66" cy="-108" r="4.5"/><circle cx="98" cy="-104" r="4.5"/></g>""");
    }

    private static SvgSketch Bowl(Materials m)
    {
        var s = new SvgSketch();
        var glaze = s.Sweep(-470, 340, -150, 400, (0, m.Body(-0.06)), (0.2, m.Body(0.20)), (0.5, m.Body(0.04)), (1, m.Body(-0.22)));
        s.Add($"""<ellipse cx="-306" cy="468" rx="176" ry="22" fill="{s.Soft(m.Shadow, 0.8)}"/><path d="M-424,352 L-462,448 Q-464,466 -440,470 Q-306,484 -172,470 Q-148,466 -150,448 L-188,352Z" fill="{glaze}"/>""");
        s.Add($"""<ellipse cx="-306" cy="350" rx="126" ry="30" fill="{m.Body(0.14)}"/><ellipse cx="-306" cy="353" rx="112" ry="24" fill="{m.Body(-0.30)}"/>""");
        (int X, int Y)[] bites = [(-388, 346), (-352, 334), (-312, 328), (-268, 332), (-228, 344), (-366, 356), (-326, 350), (-286, 350), (-248, 358), (-306, 312), (-340, 320), (-274, 318)];
        foreach (var (x, y) in bites)
        {
            s.Add($"""<circle cx="{x + 2}" cy="{y + 5}" r="23" fill="#2a1408" opacity=".45"/><circle cx="{x}" cy="{y}" r="22" fill="{s.Radial(0.36, 0.3, 0.85, (0, Materials.Own("#d99a5c")), (0.5, Materials.Own("#a8652f")), (1, Materials.Own("#6b3a16")))}"/>""");
        }

        s.Add($"""<path d="M-432,352 A126,32 0 0 0 -180,352 L-176,368 A130,34 0 0 1 -436,368Z" fill="{glaze}"/><path d="M-430,356 A126,31 0 0 0 -182,356" fill="none" stroke="#fff" stroke-opacity=".65" stroke-width="5"/><path d="M-418,392 L-436,446" stroke="#fff" stroke-opacity=".5" stroke-width="12" stroke-linecap="round"/>""");
        Paw(s, -306, 432, 1.05, "#fff");
        var felt = s.Radial(0.34, 0.28, 0.85, (0, m.Accent(0.20)), (0.5, m.Accent(0.03)), (1, m.Accent(-0.20)));
        s.Add($"""<ellipse cx="322" cy="470" rx="92" ry="18" fill="{s.Soft(m.Shadow, 0.8)}"/><circle cx="318" cy="396" r="74" fill="{felt}"/><path d="M254,360 C300,372 318,420 300,467 M334,324 C336,366 358,390 391,396" fill="none" stroke="#fff" stroke-opacity=".85" stroke-width="9" stroke-linecap="round"/><ellipse cx="290" cy="354" rx="20" ry="11" fill="#fff" opacity=".6" transform="rotate(-36 290 354)"/>""");
        return s;
    }
}
