using System.Text;

namespace Reelwright.Media.Vector;

/// <summary>
/// Writes one SVG document in a box of ±560 around its centre. What a paint method defines it answers as the value of a
/// <c>fill</c>, <c>stroke</c>, <c>filter</c> or <c>clip-path</c> attribute.
/// </summary>
internal sealed partial class SvgSketch
{
    /// <summary>Half the side of the box.</summary>
    internal const int Reach = 560;

    private readonly StringBuilder _definitions = new();
    private readonly StringBuilder _body = new();
    private int _names;

    /// <summary>Takes interpolated text only, so that numbers are always written with a point.</summary>
    internal SvgSketch Add(FormattableString svg)
    {
        _body.Append(FormattableString.Invariant(svg));
        return this;
    }

    /// <summary>A complete document.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-Reach} {-Reach} {2 * Reach} {2 * Reach}"><defs>{_definitions}</defs>{_body}</svg>""");

    private string Define(string id, FormattableString svg)
    {
        _definitions.Append(FormattableString.Invariant(svg));
        return $"url(#{id})";
    }

    private string Name() => $"n{_names++}";
}
