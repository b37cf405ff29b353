using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A modern gabled house in two-point view, lit from inside, with a garden.</summary>
internal sealed class HouseMotif : Motif
{
    internal override string Name => "house";

    internal override IReadOnlyList<ArtLayer> Draw(Materials m)
    {
        var s = new SvgSketch();
        GroundShadow(s, m, 0, 366, 490, 80);
        Ground(s);
        Walls(s, m);
        Openings(s, m);
        Roof(s, m);
        Bush(s, -372, 286, 76);
        Bush(s, -286, 330, 54);
        Bush(s, 404, 262, 70);
        Bush(s, 330, 316, 44);
        return [Body(s)];
    }

    private static void Ground(SvgSketch s)
    {
        s.Add($"""<ellipse cy="330" rx="478" ry="104" fill="#3f6d34"/>""");
        s.Add($"""<ellipse cy="314" rx="478" ry="104" fill="{s.Linear(0, 0, 1, 1, (0, Materials.Own("#a3cf6b")), (0.5, Materials.Own("#78b04c")), (1, Materials.Own("#4e8a3a")))}"/>""");
        s.Add($"""<path d="M-96,300 L-30,304 C-60,350 -120,390 -190,402 L-268,390 C-190,370 -120,340 -96,300Z" fill="#e8dcc8"/>""");
        s.Add($"""<path d="M-96,300 L-30,304 C-60,350 -120,390 -190,402" fill="none" stroke="#b7a78d" stroke-width="5"/>""");
    }

    private static void Walls(SvgSketch s, Materials m)
    {
        var gable = s.Sweep(-330, -200, 60, 300, (0, m.Paper(0.99)), (0.6, m.Paper(0.93)), (1, m.Paper(0.84)));
        var side = s.Sweep(60, 0, 390, 0, (0, m.Paper(0.74)), (1, m.Paper(0.60)));
        s.Add($"""<path d="M60,300 L388,232 V-40 L60,-60Z" fill="{side}"/><path d="M-330,250 L60,312 V-64 L-140,-300 L-330,-40Z" fill="{gable}"/>""");
        for (var i = 1; i < 9; i++)
        {
            var drop = i * 41;
            s.Add($"""<path d="M60,{312 - drop} L388,{236 - (drop * 0.77):0.#}" stroke="#000" stroke-opacity=".07" stroke-width="3"/>""");
        }

        s.Add($"""<path d="M60,-64 V312" stroke="#fff" stroke-opacity=".7" stroke-width="4"/><path d="M-330,236 L60,298 V312 L-330,250Z" fill="{m.Paper(0.55)}"/>""");
        s.Add($"""<path d="M60,298 L388,222 V234 L60,312Z" fill="{m.Paper(0.42)}"/>""");
    }

    private static void Openings(SvgSketch s, Materials m)
    {
        var lit = s.Sweep(-300, -160, 300, 240, (0, Rgb.Parse("#fff3c9")), (0.5, Rgb.Parse("#ffd483")), (1, Rgb.Parse("#ffb04d")));
        var frame = m.Paper(0.26);
        s.Add($"""<path d="M-128,104 L-34,116 V298 L-128,282Z" fill="{m.Body(-0.02)}" stroke="{frame}" stroke-width="7"/><path d="M-112,122 L-50,130 V200 L-112,190Z" fill="{lit}"/>""");
        s.Add($"""<circle cx="-50" cy="220" r="7" fill="{m.Metal(0.9)}"/>""");
        s.Add($"""<path d="M-296,74 L-172,92 V222 L-296,200Z" fill="{lit}" stroke="{frame}" stroke-width="8"/>""");
        s.Add($"""<path d="M-234,83 V211 M-296,134 L-172,154" stroke="{frame}" stroke-width="5"/><path d="M-290,82 L-250,88 L-290,150Z" fill="#fff" opacity=".7"/>""");
        s.Add($"""<path d="M-206,-104 L-84,-94 V26 L-206,10Z" fill="{lit}" stroke="{frame}" stroke-width="8"/><path d="M-145,-99 V18" stroke="{frame}" stroke-width="5"/>""");
        s.Add($"""<path d="M-200,-96 L-160,-92 L-200,-34Z" fill="#fff" opacity=".7"/>""");
        s.Add($"""<path d="M112,52 L336,32 V176 L112,216Z" fill="{lit}" stroke="{frame}" stroke-width="8"/><path d="M186,46 V202 M262,39 V189" stroke="{frame}" stroke-width="5"/>""");
        s.Add($"""<path d="M118,60 L170,56 L118,130Z" fill="#fff" opacity=".6"/><path d="M112,216 L336,176 V190 L112,232Z" fill="{m.Paper(0.82)}"/>""");
        s.Add($"""<ellipse cx="-80" cy="320" rx="110" ry="26" fill="{s.Soft(Rgb.Parse("#ffd483"), 0.55)}"/>""");
        s.Add($"""<ellipse cx="240" cy="262" rx="150" ry="30" fill="{s.Soft(Rgb.Parse("#ffd483"), 0.5)}"/>""");
    }

    private static void Roof(SvgSketch s, Materials m)
    {
        var slope = s.Sweep(-140, -340, 400, 0, (0, m.Body(0.12)), (0.45, m.Body(-0.02)), (1, m.Body(-0.16)));
        s.Add($"""<path d="M120,-344 L180,-350 V-190 L120,-176Z" fill="{m.Paper(0.80)}"/><path d="M180,-350 L214,-340 V-190 L180,-186Z" fill="{m.Paper(0.56)}"/>""");
        s.Add($"""<path d="M110,-360 L182,-368 L224,-354 V-334 L180,-342 L110,-334Z" fill="{m.Paper(0.36)}"/>""");
        s.Add($"""<path d="M-140,-342 L240,-318 L432,-38 L84,-44Z" fill="{slope}"/>""");
        for (var i = 1; i < 9; i++)
        {
            var t = i / 9.0;
            s.Add($"""<path d="M{-140 + (224 * t):0.#},{-342 + (298 * t):0.#} L{240 + (192 * t):0.#},{-318 + (280 * t):0.#}" stroke="#000" stroke-opacity=".20" stroke-width="4"/>""");
            s.Add($"""<path d="M{-140 + (224 * t):0.#},{-338 + (298 * t):0.#} L{240 + (192 * t):0.#},{-314 + (280 * t):0.#}" stroke="#fff" stroke-opacity=".16" stroke-width="3"/>""");
        }

        s.Add($"""<path d="M-60,-250 L60,-244 L112,-172 L-8,-178Z M84,-242 L200,-236 L254,-164 L136,-170Z" fill="#0e1a33" stroke="{m.Metal(0.8)}" stroke-width="4"/>""");
        s.Add($"""<path d="M-30,-248 L22,-176 M0,-247 L52,-175 M30,-245 L82,-174 M112,-240 L164,-168 M142,-239 L196,-167 M170,-238 L224,-166" stroke="#6f9bff" stroke-opacity=".5" stroke-width="2.5"/>""");
        s.Add($"""<path d="M-60,-250 L20,-246 L-8,-178Z M84,-242 L150,-239 L136,-170Z" fill="#fff" opacity=".16"/>""");
        s.Add($"""<path d="M-140,-342 L84,-44 V-10 L-140,-302 L-362,-4 V-36Z" fill="{s.Linear(0, 0, 1, 0, (0, m.Paper(0.99)), (0.5, m.Paper(0.92)), (1, m.Paper(0.80)))}"/>""");
        s.Add($"""<path d="M84,-44 L432,-38 V-10 L84,-10Z" fill="{m.Paper(0.62)}"/><path d="M-330,-8 L-140,-262 L60,-2 V30 L-140,-228 L-330,26Z" fill="#000" opacity=".16"/>""");
    }

    private static void Bush(SvgSketch s, double x, double y, double r)
    {
        var leaf = s.Radial(0.36, 0.28, 0.8, (0, Materials.Own("#b6dd74")), (0.45, Materials.Own("#68a445")), (1, Materials.Own("#2c5f2c")));
        s.Add($"""<ellipse cx="{x + 6}" cy="{y + (r * 0.8):0.#}" rx="{r * 1.25:0.#}" ry="{r * 0.3:0.#}" fill="{s.Soft(Rgb.Parse("#12260f"), 0.75)}"/>""");
        s.Add($"""<circle cx="{x - (r * 0.5):0.#}" cy="{y + (r * 0.25):0.#}" r="{r * 0.62:0.#}" fill="{leaf}"/>""");
        s.Add($"""<circle cx="{x + (r * 0.55):0.#}" cy="{y + (r * 0.28):0.#}" r="{r * 0.58:0.#}" fill="{leaf}"/>""");
        s.Add($"""<circle cx="{x}" cy="{y - (r * 0.12):0.#}" r="{r * 0.78:0.#}" fill="{leaf}"/>""");
    }
}
