using System.Numerics;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Frames;

using Vector = System.Numerics.Vector;

/// <summary>A light out of focus: a soft disc, brighter towards its rim. Drawn from its formula, so it moves by parts of a pixel.</summary>
/// <param name="X">Centre in pixels.</param>
/// <param name="Y">Centre in pixels.</param>
/// <param name="Radius">Pixels.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Hardness">How steep the rim is: 1 fades from the centre.</param>
/// <param name="Colour">What it shines in.</param>
internal readonly record struct Disc(
    float X, float Y, float Radius, float Opacity, float Hardness, Yuv Colour)
{
    /// <summary>Whether it reaches a row of pixels.</summary>
    public bool Meets(float y) => MathF.Abs(y - Y) < Radius;

    /// <summary>Blends one row of it.</summary>
    public void Draw(in PlaneShape plane, int y, Span<float> row)
    {
        var dy = (float)(((y * plane.Step) + plane.FirstY) - Y);
        var half = MathF.Sqrt(Math.Max(0, (Radius * Radius) - (dy * dy)));
        var start = Math.Max(0, (int)MathF.Floor((X - half) / plane.Step));
        var end = Math.Min(plane.Width, (int)MathF.Ceiling((X + half) / plane.Step) + 1);
        ref var target = ref MemoryMarshal.GetReference(row);
        var square = 1 / (Radius * Radius);
        var down = new Vector<float>(dy * dy * square);
        var colour = new Vector<float>(Colour[plane.Index]);
        for (var x = start; x < end; x += Vector<float>.Count)
        {
            var first = new Vector<float>((float)((x * plane.Step) + PlaneShape.FirstX - X));
            var dx = Vector.MultiplyAddEstimate(Vector<float>.Indices, new Vector<float>(plane.Step), first);
            var distance = Vector.MultiplyAddEstimate(dx * dx, new Vector<float>(square), down);
            var edge = Vector.Min(Vector.Max(Vector<float>.One - distance, Vector<float>.Zero) * Hardness, Vector<float>.One);
            var alpha = edge * edge * (new Vector<float>(3) - (edge * 2)) * ((distance * 0.3f) + new Vector<float>(0.7f)) * Opacity;
            var under = Vector.LoadUnsafe(ref target, (nuint)x);
            Vector.MultiplyAddEstimate(colour - under, alpha, under).StoreUnsafe(ref target, (nuint)x);
        }
    }
}
