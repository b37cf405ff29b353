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
        var floor = new Vector<float>(PlaneShape.Floor);
        var ceiling = new Vector<float>(plane.Ceiling + 0.5f);
        var quarter = (nuint)Vector<float>.Count;
        for (nuint x = 0; x < (nuint)plane.Width; x += (nuint)Vector<byte>.Count)
        {
            var a = Convert(x, ref source, ref noise, ref columns, colour, amount, floor, ceiling);
            var b = Convert(x + quarter, ref source, ref noise, ref columns, colour, amount, floor, ceiling);
            var c = Convert(x + (2 * quarter), ref source, ref noise, ref columns, colour, amount, floor, ceiling);
            var d = Convert(x + (3 * quarter), ref source, ref noise, ref columns, colour, amount, floor, ceiling);
            Vector.Narrow(Vector.Narrow(a, b), Vector.Narrow(c, d)).As<sbyte, byte>().StoreUnsafe(ref target, x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Convert(
        nuint x, ref float source, ref float noise, ref float columns,
        Vector<float> colour, Vector<float> amount, Vector<float> floor, Vector<float> ceiling)
    {
        var value = Vector.LoadUnsafe(ref source, x);
        value = Vector.MultiplyAddEstimate(colour - value, Vector.LoadUnsafe(ref columns, x) * amount, value);
        value += Vector.LoadUnsafe(ref noise, x);
        return Vector.ConvertToInt32Native(Vector.Min(Vector.Max(value, floor), ceiling));
    }
}
