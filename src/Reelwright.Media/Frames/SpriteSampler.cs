using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Frames;

using Vector = System.Numerics.Vector;

/// <summary>
/// Draws one row of a sprite through an affine map, bilinear, to 1/256 of a texel. In two passes: the first walks the
/// row and fetches texels, which no portable vector instruction does; the second interpolates and blends them in vectors.
/// </summary>
internal static class SpriteSampler
{
    private const int WeightShift = TexelWalk.Bits - 8;

    /// <summary>Blends the sprite over a row.</summary>
    /// <param name="plane">What to draw.</param>
    /// <param name="u">Texel column at sample 0, and its step from sample to sample.</param>
    /// <param name="v">Texel row at sample 0, and its step.</param>
    /// <param name="width">Samples in the row.</param>
    /// <param name="ink">Opacity by column, light to add where the sprite is opaque; empty when there is none.</param>
    /// <param name="row">The row, padded to whole vectors.</param>
    /// <param name="scratch">Room for the fetched texels.</param>
    public static void Draw(
        SpritePlane plane, TexelWalk u, TexelWalk v, int width, in RowInk ink, Span<float> row, FrameScratch scratch)
    {
        var (start, end) = v.Inside(0, width, plane.Top, plane.Bottom);
        (start, end) = u.Inside(start, end, 0, plane.Width);
        if (start >= end || ink.Opacity <= 0)
        {
            return;
        }

        // Only now is it known which of the sprite's rows are met, and how far they are filled.
        var (first, last) = (v.Fixed(start) >> TexelWalk.Bits, v.Fixed(end - 1) >> TexelWalk.Bits);
        var (left, right) = plane.Extent(Math.Min(first, last), Math.Max(first, last) + 1);
        (start, end) = u.Inside(start, end, left, right);
        if (start >= end)
        {
            return;
        }

        Fetch(plane, u, v, start, end, scratch);
        Blend(u, v, start, end, ink, row, scratch);
    }

    private static void Fetch(SpritePlane plane, TexelWalk u, TexelWalk v, int start, int end, FrameScratch scratch)
    {
        ref var texels = ref MemoryMarshal.GetArrayDataReference(plane.Texels);
        ref var upper = ref MemoryMarshal.GetArrayDataReference(scratch.Upper);
        ref var lower = ref MemoryMarshal.GetArrayDataReference(scratch.Lower);
        var stride = plane.Width;
        int x = u.Fixed(start), dx = u.FixedStep, y = v.Fixed(start), dy = v.FixedStep;
        var count = end - start;
        for (nint i = 0; i < count; i++)
        {
            nint at = ((y >> TexelWalk.Bits) * stride) + (x >> TexelWalk.Bits);
            Unsafe.Add(ref upper, i) = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref texels, at)));
            Unsafe.Add(ref lower, i) = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref texels, at + stride)));
            x += dx;
            y += dy;
        }

        // The last vector may reach beyond the sprite; what it reads there must be transparent.
        scratch.Upper.AsSpan(count, Vector<uint>.Count).Clear();
        scratch.Lower.AsSpan(count, Vector<uint>.Count).Clear();
    }

    private static void Blend(TexelWalk u, TexelWalk v, int start, int end, in RowInk ink, Span<float> row, FrameScratch scratch)
    {
        ref var target = ref MemoryMarshal.GetReference(row);
        ref var upper = ref MemoryMarshal.GetArrayDataReference(scratch.Upper);
        ref var lower = ref MemoryMarshal.GetArrayDataReference(scratch.Lower);
        ref var light = ref MemoryMarshal.GetReference(ink.Light);
        ref var mask = ref MemoryMarshal.GetReference(ink.Mask);
        var hasLight = !ink.Light.IsEmpty;
        var hasMask = !ink.Mask.IsEmpty;

        var lanes = Vector<int>.Indices;
        var x = new Vector<int>(u.Fixed(start)) + (lanes * u.FixedStep);
        var y = new Vector<int>(v.Fixed(start)) + (lanes * v.FixedStep);
        var stepX = new Vector<int>(u.FixedStep * Vector<int>.Count);
        var stepY = new Vector<int>(v.FixedStep * Vector<int>.Count);
        var bytes = new Vector<uint>(0x00FF00FF);
        var weightMask = new Vector<int>(255);
        var whole = new Vector<ushort>(256);
        var valueScale = new Vector<float>(ink.Opacity / 256);
        var alphaScale = new Vector<float>(ink.Opacity / (256 * 255));
        var count = end - start;
        for (nint i = 0; i < count; i += Vector<uint>.Count)
        {
            var top = Vector.LoadUnsafe(ref upper, (nuint)i);
            var bottom = Vector.LoadUnsafe(ref lower, (nuint)i);
            if (Vector.EqualsAll(top | bottom, Vector<uint>.Zero))
            {
                x += stepX;
                y += stepY;
                continue;
            }

            // Vertically in 16-bit lanes (left and right neighbour at once), horizontally in floats.
            var down = (y >> WeightShift) & weightMask;
            var weight = (down | (down << 16)).As<int, ushort>();
            var rest = whole - weight;
            var values = ((top & bytes).As<uint, ushort>() * rest) + ((bottom & bytes).As<uint, ushort>() * weight);
            var alphas = (((top >>> 8) & bytes).As<uint, ushort>() * rest) + (((bottom >>> 8) & bytes).As<uint, ushort>() * weight);
            var across = Vector.ConvertToSingle((x >> WeightShift) & weightMask) * (1f / 256);
            var value = Interpolate(values, across) * valueScale;
            var alpha = Interpolate(alphas, across) * alphaScale;

            var at = (nuint)(start + i);
            if (hasMask)
            {
                var m = Vector.LoadUnsafe(ref mask, at);
                value *= m;
                alpha *= m;
            }

            var under = Vector.LoadUnsafe(ref target, at);
            var over = under + value - (under * alpha);
            if (hasLight)
            {
                over = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref light, at), alpha, over);
            }

            over.StoreUnsafe(ref target, at);
            x += stepX;
            y += stepY;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Interpolate(Vector<ushort> pairs, Vector<float> across)
    {
        var both = pairs.As<ushort, int>();
        var left = Vector.ConvertToSingle(both & new Vector<int>(0xFFFF));
        var right = Vector.ConvertToSingle(both >>> 16);
        return Vector.MultiplyAddEstimate(right - left, across, left);
    }
}
