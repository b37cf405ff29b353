using System.Text;
using Reelwright.Media.Colour;

namespace Reelwright.Media.Vector;

internal sealed partial class SvgSketch
{
    /// <summary>Across the painted shape: 0 and 1 are its edges.</summary>
    internal string Linear(double x1, double y1, double x2, double y2, params ReadOnlySpan<GradientStop> stops)
    {
        var id = Name();
        return Define(id, $"""<linearGradient id="{id}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">{Stops(stops)}</linearGradient>""");
    }

    /// <summary>Between two points of the drawing, whatever is painted: one light over several shapes.</summary>
    internal string Sweep(double x1, double y1, double x2, double y2, params ReadOnlySpan<GradientStop> stops)
    {
        var id = Name();
        return Define(id, $"""<linearGradient id="{id}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">{Stops(stops)}</linearGradient>""");
    }

    /// <summary>Around a point of the painted shape: 0 and 1 are its edges.</summary>
    internal string Radial(double cx, double cy, double r, params ReadOnlySpan<GradientStop> stops)
    {
        var id = Name();
        return Define(id, $"""<radialGradient id="{id}" cx="{cx}" cy="{cy}" r="{r}">{Stops(stops)}</radialGradient>""");
    }

    /// <summary>Around a point of the drawing.</summary>
    internal string Spot(double cx, double cy, double r, params ReadOnlySpan<GradientStop> stops)
    {
        var id = Name();
        return Define(id, $"""<radialGradient id="{id}" gradientUnits="userSpaceOnUse" cx="{cx}" cy="{cy}" r="{r}">{Stops(stops)}</radialGradient>""");
    }

    /// <summary>From full in the centre to nothing at the edge as (1-r²)³: no rim shows, and no blur filter is needed.</summary>
    internal string Soft(Rgb colour, double opacity)
    {
        const int Steps = 10;
        Span<GradientStop> stops = stackalloc GradientStop[Steps + 1];
        for (var i = 0; i <= Steps; i++)
        {
            var r = i / (double)Steps;
            var rest = 1 - (r * r);
            stops[i] = new GradientStop(r, colour, opacity * rest * rest * rest);
        }

        return Radial(0.5, 0.5, 0.5, stops);
    }

    /// <summary>A small tile, repeated and turned by some degrees.</summary>
    internal string Texture(double width, double height, double degrees, FormattableString tile)
    {
        var id = Name();
        return Define(id, $"""<pattern id="{id}" patternUnits="userSpaceOnUse" width="{width}" height="{height}" patternTransform="rotate({degrees})">{FormattableString.Invariant(tile)}</pattern>""");
    }

    internal string Blur(double deviation)
    {
        var id = Name();
        return Define(id, $"""<filter id="{id}" x="-.5" y="-.5" width="2" height="2"><feGaussianBlur stdDeviation="{deviation}"/></filter>""");
    }

    internal string Clip(FormattableString shape)
    {
        var id = Name();
        return Define(id, $"""<clipPath id="{id}">{FormattableString.Invariant(shape)}</clipPath>""");
    }

    private static string Stops(ReadOnlySpan<GradientStop> stops)
    {
        var text = new StringBuilder();
        foreach (var stop in stops)
        {
            text.Append(FormattableString.Invariant($"""<stop offset="{stop.At:0.####}" stop-color="{stop.Colour}" stop-opacity="{stop.Opacity:0.####}"/>"""));
        }

        return text.ToString();
    }
}
