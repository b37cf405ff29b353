using System.Numerics;
using System.Runtime.InteropServices;
using Reelwright.Media.Scenes;
using Lanes = System.Numerics.Vector;

namespace Reelwright.Media.Film;

/// <summary>
/// Darkens a foreign clip softly behind its texts, so that white text is readable on any picture. The shade covers only the text's area and
/// time, and is as strong as the brightness of the picture requires.
/// </summary>
internal sealed class ClipScrim : IFrameSource
{
    /// <summary>
    /// A luma code value, 16 to 235. White letters have a contrast of 4.5 on a grey of 114 (BT.709 luminance 0.183, encoded as sRGB);
    /// this value leaves a margin.
    /// </summary>
    private const double BrightestGround = 104;

    /// <summary>The least shade, also on dark pictures, so that a clip that grows brighter under a text does not flicker.</summary>
    private const double Lightest = 0.12;

    /// <summary>The part of the pixels behind a text that may be brighter.</summary>
    private const double BrightestShare = 0.03;
    private const int Every = 6;

    private readonly IFrameSource _clip;
    private readonly IReadOnlyList<Patch> _patches;

    public ClipScrim(IFrameSource clip, IReadOnlyList<ClipShade> shades)
    {
        _clip = clip;
        _patches = [.. shades.Select(shade => new Patch(shade, clip.Width, clip.Height))];
    }

    public int Width => _clip.Width;

    public int Height => _clip.Height;

    public int FrameCount => _clip.FrameCount;

    public void Render(int frame, Span<byte> yuv420p)
    {
        _clip.Render(frame, yuv420p);
        var light = yuv420p[..(Width * Height)];
        var active = new List<(Patch Patch, ushort Strength)>();
        foreach (var patch in _patches)
        {
            if (patch.Shade.Strength(frame) is > 0 and var strength)
            {
                active.Add((patch, (ushort)Math.Round(256 * strength * Needed(light, patch.Shade.Box))));
            }
        }

        if (active.Count > 0)
        {
            var quarter = Width * Height / 4;
            Apply(light, active, 0, Width, Height, 16);
            Apply(yuv420p.Slice(light.Length, quarter), active, 1, Width / 2, Height / 2, 128);
            Apply(yuv420p[(light.Length + quarter)..], active, 1, Width / 2, Height / 2, 128);
        }
    }

    public void Dispose() => _clip.Dispose();

    // The strength of the shade that makes the brightest pixels behind the text dark enough.
    private double Needed(ReadOnlySpan<byte> light, Box box)
    {
        Span<int> counts = stackalloc int[256];
        var all = 0;
        for (var y = Math.Max(0, (int)box.Y); y < Math.Min(Height, box.Bottom); y += Every)
        {
            for (var x = Math.Max(0, (int)box.X); x < Math.Min(Width, box.Right); x += Every)
            {
                counts[light[(y * Width) + x]]++;
                all++;
            }
        }

        var (brightest, above) = (255, 0.0);
        while (brightest > 0 && (above += counts[brightest]) <= all * BrightestShare)
        {
            brightest--;
        }

        return Math.Max(Lightest, 1 - ((BrightestGround - 16) / Math.Max(1, brightest - 16)));
    }

    private static void Apply(Span<byte> plane, List<(Patch Patch, ushort Strength)> active, int level, int width, int height, byte zero)
    {
        var row = new ushort[width];
        for (var y = 0; y < height; y++)
        {
            var (left, right) = (width, 0);
            foreach (var (patch, strength) in active)
            {
                if (patch.Row(level, y) is { IsEmpty: false } mask)
                {
                    var start = patch.Left(level);
                    if (right == 0)
                    {
                        Array.Clear(row);
                    }

                    Join(row.AsSpan(start, mask.Length), mask, strength);
                    (left, right) = (Math.Min(left, start), Math.Max(right, start + mask.Length));
                }
            }

            if (right > left)
            {
                Darken(plane.Slice((y * width) + left, right - left), row.AsSpan(left, right - left), zero);
            }
        }
    }

    // Where two shades overlap, the stronger one is used.
    private static void Join(Span<ushort> row, ReadOnlySpan<byte> mask, ushort strength)
    {
        for (var x = 0; x < row.Length; x++)
        {
            row[x] = Math.Max(row[x], (ushort)((mask[x] * strength) >> 8));
        }
    }

    // pixel = zero + (pixel - zero) * (256 - shade) / 256, without leaving unsigned numbers.
    private static void Darken(Span<byte> pixels, ReadOnlySpan<ushort> shade, byte zero)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(pixels);
        for (var i = 0; i < vectors.Length; i++)
        {
            var at = i * Vector<byte>.Count;
            Lanes.Widen(vectors[i], out var low, out var high);
            vectors[i] = Lanes.Narrow(
                Blend(low, new Vector<ushort>(shade[at..]), zero),
                Blend(high, new Vector<ushort>(shade[(at + Vector<ushort>.Count)..]), zero));
        }

        for (var i = vectors.Length * Vector<byte>.Count; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(((pixels[i] * (256 - shade[i])) + (zero * shade[i])) >> 8);
        }
    }

    private static Vector<ushort> Blend(Vector<ushort> pixel, Vector<ushort> shade, ushort zero) =>
        ((pixel * (new Vector<ushort>(256) - shade)) + (shade * zero)) >>> 8;

    /// <summary>The mask of a shade, 0 to 255: full behind the text, with a falloff soft enough that no edge is visible.</summary>
    private sealed class Patch
    {
        private readonly Level[] _levels;

        public Patch(ClipShade shade, int width, int height)
        {
            Shade = shade;
            var reach = Math.Min(width, height) * 0.34;
            _levels = [new Level(shade.Box, reach, width, height), new Level(shade.Box.Scale(0.5, 0.5), reach / 2, width / 2, height / 2)];
        }

        public ClipShade Shade { get; }

        public int Left(int level) => _levels[level].Left;

        public ReadOnlySpan<byte> Row(int level, int y) => _levels[level].Row(y);

        private sealed class Level
        {
            private readonly byte[] _mask;
            private readonly int _top;
            private readonly int _width;
            private readonly int _height;

            public Level(Box box, double reach, int width, int height)
            {
                Left = Math.Clamp((int)(box.X - reach), 0, width);
                _top = Math.Clamp((int)(box.Y - reach), 0, height);
                _width = Math.Clamp((int)(box.Right + reach), 0, width) - Left;
                _height = Math.Clamp((int)(box.Bottom + reach), 0, height) - _top;
                _mask = new byte[_width * _height];
                for (var y = 0; y < _height; y++)
                {
                    for (var x = 0; x < _width; x++)
                    {
                        var across = Outside(x + Left, box.X, box.Right);
                        var down = Outside(y + _top, box.Y, box.Bottom);
                        var distance = Math.Max(0, Math.Sqrt((across * across) + (down * down)) - (reach * Core)) / (reach * (1 - Core));
                        _mask[(y * _width) + x] = (byte)(255 * Math.Pow(Math.Max(0, 1 - (distance * distance)), Softness));
                    }
                }
            }

            /// <summary>The part of the falloff that is still in full shade, because letters move and have a blur.</summary>
            private const double Core = 0.05;

            /// <summary>Exponent of the falloff. Drawn backgrounds use the same curve, which ends without a visible rim.</summary>
            private const double Softness = 3;

            public int Left { get; }

            public ReadOnlySpan<byte> Row(int y) => y < _top || y >= _top + _height ? default : _mask.AsSpan((y - _top) * _width, _width);

            private static double Outside(double at, double from, double to) => Math.Max(0, Math.Max(from - at, at - to));
        }
    }
}
