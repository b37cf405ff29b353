using System.Numerics;
using System.Runtime.InteropServices;
using Reelwright.Media.Scenes;
using Lanes = System.Numerics.Vector;

namespace Reelwright.Media.Film;

/// <summary>A foreign clip with soft shade where text stands on it, so that white text reads on any picture.</summary>
internal sealed class ClipScrim : IFrameSource
{
    private const double Darkest = 0.42;
    private readonly IFrameSource _clip;
    private readonly byte[] _light;
    private readonly byte[] _colour;

    public ClipScrim(IFrameSource clip, Box text)
    {
        // Text that takes a part of the width stands beside the subject, not below it.
        var sideways = text.Right < clip.Width * 0.6;
        _clip = clip;
        _light = Shade(clip.Width, clip.Height, 1, text, sideways);
        _colour = Shade(clip.Width / 2, clip.Height / 2, 0.5, text, sideways);
    }

    public int Width => _clip.Width;

    public int Height => _clip.Height;

    public int FrameCount => _clip.FrameCount;

    public void Render(int frame, Span<byte> yuv420p)
    {
        _clip.Render(frame, yuv420p);
        Apply(yuv420p[.._light.Length], _light, 16);
        Apply(yuv420p.Slice(_light.Length, _colour.Length), _colour, 128);
        Apply(yuv420p[(_light.Length + _colour.Length)..], _colour, 128);
    }

    public void Dispose() => _clip.Dispose();

    // Full strength inside the text's box and on its side of the frame, none a third of the frame further in.
    private static byte[] Shade(int width, int height, double scale, Box text, bool sideways)
    {
        var shade = new byte[width * height];
        var (edge, reach) = sideways ? (text.Right * scale, width * 0.3) : (text.Y * scale, height * 0.22);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var distance = sideways ? (x - edge) / reach : (edge - y) / reach;
                var near = 1 - Math.Clamp(distance + 0.15, 0, 1);
                var strength = near * near * (3 - (2 * near));
                shade[(y * width) + x] = (byte)(255 * (1 - ((1 - Darkest) * strength)));
            }
        }

        return shade;
    }

    // pixel = zero + (pixel - zero) * shade, in fixed point and without leaving unsigned numbers.
    private static void Apply(Span<byte> plane, ReadOnlySpan<byte> shade, byte zero)
    {
        var pixels = MemoryMarshal.Cast<byte, Vector<byte>>(plane);
        var weights = MemoryMarshal.Cast<byte, Vector<byte>>(shade);
        for (var i = 0; i < pixels.Length; i++)
        {
            Lanes.Widen(pixels[i], out var low, out var high);
            Lanes.Widen(weights[i], out var lowWeight, out var highWeight);
            pixels[i] = Lanes.Narrow(Blend(low, lowWeight, zero), Blend(high, highWeight, zero));
        }

        for (var i = pixels.Length * Vector<byte>.Count; i < plane.Length; i++)
        {
            var weight = shade[i] + (shade[i] >> 7);
            plane[i] = (byte)(((plane[i] * weight) + (zero * (256 - weight))) >> 8);
        }
    }

    private static Vector<ushort> Blend(Vector<ushort> pixel, Vector<ushort> shade, ushort zero)
    {
        var weight = shade + (shade >>> 7);
        return ((pixel * weight) + ((new Vector<ushort>(256) - weight) * zero)) >>> 8;
    }
}
