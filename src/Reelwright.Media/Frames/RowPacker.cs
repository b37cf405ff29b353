using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Frames;

using Vector = System.Numerics.Vector;

/// <summary>
/// Turns rows of floats into bytes. Triangular noise of one code value either way hides the steps of slow gradients;
/// it is the same in every frame, because noise that changes would cost the encoder more than the picture does.
/// </summary>
internal sealed class RowPacker
{
    private const int Length = 4096;
    private readonly float[] _noise;

    public RowPacker(int width)
    {
        var random = new Noise(0x51A7);
        _noise = new float[Length + width + FrameScratch.Padding];
        for (var i = 0; i < _noise.Length; i++)
        {
            // Between -1 and 1, and 0.5 more because the conversion to bytes cuts off.
            _noise[i] = random.Next() + random.Next() - 0.5f;
        }
    }

    /// <summary>Blends the scrim over a row, dithers, clamps and packs it.</summary>
    public void Pack(in PlaneShape plane, int y, ReadOnlySpan<float> row, in RowScrim scrim, Span<byte> packed)
    {
        ref var source = ref MemoryMarshal.GetReference(row);
        ref var noise = ref _noise[(int)(Noise.Hash((uint)((y * 3) + plane.Index)) % Length)];
        ref var target = ref MemoryMarshal.GetReference(packed);
        ref var columns = ref MemoryMarshal.GetReference(scrim.Columns);
        var colour = new Vector<float>(scrim.Colour[plane.Index]);
        var amount = new Vector<float>(scrim.Amount);
        var floor = new Vector<byte>(PlaneShape.Floor);
        var ceiling = new Vector<byte>(plane.Ceiling);
        var quarter = (nuint)Vector<float>.Count;
        var end = (nuint)plane.Width;
        if (scrim.Amount <= 0)
        {
            for (nuint x = 0; x < end; x += 4 * quarter)
            {
                Store(
                    Convert(x, ref source, ref noise), Convert(x + quarter, ref source, ref noise),
                    Convert(x + (2 * quarter), ref source, ref noise), Convert(x + (3 * quarter), ref source, ref noise),
                    floor, ceiling, ref Unsafe.Add(ref target, x));
            }
        }
        else
        {
            for (nuint x = 0; x < end; x += 4 * quarter)
            {
                Store(
                    Convert(x, ref source, ref noise, ref columns, colour, amount),
                    Convert(x + quarter, ref source, ref noise, ref columns, colour, amount),
                    Convert(x + (2 * quarter), ref source, ref noise, ref columns, colour, amount),
                    Convert(x + (3 * quarter), ref source, ref noise, ref columns, colour, amount),
                    floor, ceiling, ref Unsafe.Add(ref target, x));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Convert(nuint x, ref float source, ref float noise) =>
        Vector.ConvertToInt32Native(Vector.LoadUnsafe(ref source, x) + Vector.LoadUnsafe(ref noise, x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Convert(
        nuint x, ref float source, ref float noise, ref float columns, Vector<float> colour, Vector<float> amount)
    {
        var value = Vector.LoadUnsafe(ref source, x);
        value = Vector.MultiplyAddEstimate(colour - value, Vector.LoadUnsafe(ref columns, x) * amount, value);
        return Vector.ConvertToInt32Native(value + Vector.LoadUnsafe(ref noise, x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector<int> a, Vector<int> b, Vector<int> c, Vector<int> d, Vector<byte> floor, Vector<byte> ceiling, ref byte target)
    {
        var low = Vector.NarrowWithSaturation(a, b).As<short, ushort>();
        var high = Vector.NarrowWithSaturation(c, d).As<short, ushort>();
        var bytes = Vector.NarrowWithSaturation(low, high);
        Vector.Min(Vector.Max(bytes, floor), ceiling).StoreUnsafe(ref target);
    }
}
