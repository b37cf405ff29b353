using System.Numerics;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Scenes;

using Vector = System.Numerics.Vector;

/// <summary>Transitions between two frames of planar yuv420p. The outgoing frame is overwritten with the result.</summary>
public static class FrameMixer
{
    private const int WeightBits = 7;

    /// <summary>Mixes two frames of the same size.</summary>
    /// <param name="transition">One of <c>crossfade, push_up, push_left, cut</c>; any other word is a crossfade.</param>
    /// <param name="outgoing">The scene that ends; holds the result afterwards.</param>
    /// <param name="incoming">The scene that begins.</param>
    /// <param name="width">Pixels; even.</param>
    /// <param name="height">Pixels; even.</param>
    /// <param name="progress">0 is all outgoing, 1 all incoming; eased here.</param>
    public static void Mix(
        string transition, Span<byte> outgoing, ReadOnlySpan<byte> incoming, int width, int height, double progress)
    {
        var length = width * height * 3 / 2;
        ArgumentOutOfRangeException.ThrowIfNotEqual(outgoing.Length, length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(incoming.Length, length);
        progress = Math.Clamp(progress, 0, 1);
        switch (transition)
        {
            case "cut":
                if (progress >= 0.5)
                {
                    incoming.CopyTo(outgoing);
                }

                break;
            case "push_up":
                PushUp(outgoing, incoming, width, height, EvenStep(progress, height));
                break;
            case "push_left":
                PushLeft(outgoing, incoming, width, height, EvenStep(progress, width));
                break;
            default:
                Crossfade(outgoing, incoming, Easing.Smooth(progress));
                break;
        }
    }

    /// <summary>Whole chroma samples, so that colour and light move together.</summary>
    private static int EvenStep(double progress, int extent) => (int)Math.Round(Easing.InOut(progress) * extent / 2) * 2;

    private static void Crossfade(Span<byte> outgoing, ReadOnlySpan<byte> incoming, double progress)
    {
        var weight = (ushort)Math.Round(progress * (1 << WeightBits));
        var rest = (ushort)((1 << WeightBits) - weight);
        var half = new Vector<ushort>(1 << (WeightBits - 1));
        var from = MemoryMarshal.Cast<byte, Vector<byte>>(outgoing);
        var to = MemoryMarshal.Cast<byte, Vector<byte>>(incoming);
        for (var i = 0; i < from.Length; i++)
        {
            Vector.Widen(from[i], out var fromLow, out var fromHigh);
            Vector.Widen(to[i], out var toLow, out var toHigh);
            from[i] = Vector.Narrow(
                ((fromLow * rest) + (toLow * weight) + half) >>> WeightBits,
                ((fromHigh * rest) + (toHigh * weight) + half) >>> WeightBits);
        }

        for (var i = from.Length * Vector<byte>.Count; i < outgoing.Length; i++)
        {
            outgoing[i] = (byte)(((outgoing[i] * rest) + (incoming[i] * weight) + half[0]) >> WeightBits);
        }
    }

    private static void PushUp(Span<byte> outgoing, ReadOnlySpan<byte> incoming, int width, int height, int step)
    {
        Shift(outgoing[..(width * height)], incoming[..(width * height)], width * step);
        var chroma = width * height / 4;
        for (var start = width * height; start < outgoing.Length; start += chroma)
        {
            Shift(outgoing.Slice(start, chroma), incoming.Slice(start, chroma), width * step / 4);
        }
    }

    private static void Shift(Span<byte> outgoing, ReadOnlySpan<byte> incoming, int bytes)
    {
        outgoing[bytes..].CopyTo(outgoing);
        incoming[..bytes].CopyTo(outgoing[^bytes..]);
    }

    private static void PushLeft(Span<byte> outgoing, ReadOnlySpan<byte> incoming, int width, int height, int step)
    {
        for (var y = 0; y < height; y++)
        {
            Shift(outgoing.Slice(y * width, width), incoming.Slice(y * width, width), step);
        }

        var half = width / 2;
        for (var start = width * height; start < outgoing.Length; start += half)
        {
            Shift(outgoing.Slice(start, half), incoming.Slice(start, half), step / 2);
        }
    }
}
