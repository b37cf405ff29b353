using Reelwright.Media.Art;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Motifs;

/// <summary>A product, drawn inside ±500 of the box's centre, lit from the upper left. It holds no words, so it suits any language.</summary>
internal abstract class Motif
{
    internal abstract string Name { get; }

    /// <summary>One to three layers, back to front.</summary>
    internal abstract IReadOnlyList<ArtLayer> Draw(Materials materials);

    protected static ArtLayer Body(SvgSketch sketch) => new("body", sketch.ToString(), 0.4);

    protected static ArtLayer Front(string name, SvgSketch sketch, bool catchesLight = true) => new(name, sketch.ToString(), 1, catchesLight);

    /// <summary>Where the product touches the ground: a wide soft shadow and a tight dark one.</summary>
    protected static void GroundShadow(SvgSketch s, Materials m, double cx, double cy, double rx, double ry)
    {
        var strength = m.IsLight ? 0.62 : 1.0;
        s.Add($"""<ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}" fill="{s.Soft(m.Shadow, 0.62 * strength)}"/>""");
        s.Add($"""<ellipse cx="{cx}" cy="{cy - (ry * 0.12):0.##}" rx="{rx * 0.78:0.##}" ry="{ry * 0.48:0.##}" fill="{s.Soft(m.Shadow, 0.85 * strength)}"/>""");
    }
}
