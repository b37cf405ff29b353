using System.Numerics;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Frames;

using Vector = System.Numerics.Vector;

/// <summary>
/// A background of coloured blobs over a vertical gradient. Colours are worked out on a mesh of nodes and
/// interpolated between them: on forms this soft nobody sees the difference, and it costs 1/256 of the work.
/// </summary>
internal sealed class MeshGradient
{
    private readonly MeshSize _size;
    private readonly Yuv[] _base;
    private readonly float[] _columns;
    private readonly int _width;
    private readonly int _height;
    private readonly float _vignette;

    /// <param name="tones">Colours from top to bottom, evenly spaced.</param>
    /// <param name="vignette">How much of the light is gone in the corners.</param>
    public MeshGradient(int width, int height, IReadOnlyList<Yuv> tones, float vignette)
    {
        _width = width;
        _height = height;
        _vignette = vignette;
        _size = MeshSize.For(width, height);
        _base = [.. Enumerable.Range(0, _size.Rows).Select(row => Tone(tones, (double)row * MeshSize.Cell / height))];
        _columns = [.. Enumerable.Range(0, _size.Stride).Select(column => (float)(column * MeshSize.Cell))];
    }

    public MeshSize Size => _size;

    /// <summary>Works out all nodes of a frame.</summary>
    public void Compute(ReadOnlySpan<MeshBlob> blobs, float[][] mesh)
    {
        for (var row = 0; row < _size.Rows; row++)
        {
            var y = (float)(row * MeshSize.Cell);
            var at = row * _size.Stride;
            var luma = mesh[0].AsSpan(at, _size.Stride);
            var blue = mesh[1].AsSpan(at, _size.Stride);
            var red = mesh[2].AsSpan(at, _size.Stride);
            luma.Fill(_base[row].Y);
            blue.Fill(_base[row].U);
            red.Fill(_base[row].V);
            foreach (ref readonly var blob in blobs)
            {
                Add(blob, y, luma, blue, red);
            }

            Darken(y, luma, blue, red);
        }
    }

    /// <summary>Interpolates one row of samples; <paramref name="cell"/> is the mesh's cell in samples of this plane.</summary>
    public void Draw(float[] mesh, int y, int cell, float[] line, Span<float> row)
    {
        var upper = mesh.AsSpan(y / cell * _size.Stride, _size.Stride);
        var lower = mesh.AsSpan(((y / cell) + 1) * _size.Stride, _size.Stride);
        var down = new Vector<float>((y % cell) / (float)cell);
        for (var i = 0; i < line.Length; i += Vector<float>.Count)
        {
            var above = new Vector<float>(upper[i..]);
            Vector.MultiplyAddEstimate(new Vector<float>(lower[i..]) - above, down, above).CopyTo(line, i);
        }

        ref var target = ref MemoryMarshal.GetReference(row);
        if (Vector<float>.Count <= cell)
        {
            var ramp = Vector<float>.Indices / cell;
            for (nuint node = 0, at = 0; node < (nuint)_size.Columns - 1; node++)
            {
                var slope = line[node + 1] - line[node];
                var value = Vector.MultiplyAddEstimate(new Vector<float>(slope), ramp, new Vector<float>(line[node]));
                var step = new Vector<float>(slope * Vector<float>.Count / cell);
                for (var end = at + (nuint)cell; at < end; at += (nuint)Vector<float>.Count)
                {
                    value.StoreUnsafe(ref target, at);
                    value += step;
                }
            }
        }
        else
        {
            for (var x = 0; x < (_size.Columns - 1) * cell; x++)
            {
                var node = x / cell;
                row[x] = line[node] + ((line[node + 1] - line[node]) * (x % cell) / cell);
            }
        }
    }

    private static Yuv Tone(IReadOnlyList<Yuv> tones, double position)
    {
        var at = Math.Clamp(position, 0, 1) * (tones.Count - 1);
        var first = Math.Min((int)at, tones.Count - 2);
        return tones[first].Mix(tones[first + 1], (float)Scenes.Easing.Smooth(at - first));
    }

    private void Add(in MeshBlob blob, float y, Span<float> luma, Span<float> blue, Span<float> red)
    {
        var (sin, cos) = Math.SinCos(blob.Rotation);
        var dy = y - blob.Y;
        var (acrossX, acrossY) = ((float)(cos / blob.RadiusX), (float)(-sin / blob.RadiusY));
        var (startX, startY) = ((float)(((dy * sin) - (blob.X * cos)) / blob.RadiusX), (float)(((dy * cos) + (blob.X * sin)) / blob.RadiusY));
        for (var i = 0; i < luma.Length; i += Vector<float>.Count)
        {
            var x = new Vector<float>(_columns, i);
            var qx = Vector.MultiplyAddEstimate(x, new Vector<float>(acrossX), new Vector<float>(startX));
            var qy = Vector.MultiplyAddEstimate(x, new Vector<float>(acrossY), new Vector<float>(startY));
            var inside = Vector.Max(Vector<float>.One - (qx * qx) - (qy * qy), Vector<float>.Zero);
            if (Vector.EqualsAll(inside, Vector<float>.Zero))
            {
                continue;
            }

            var alpha = inside * inside * inside * blob.Opacity;
            Towards(luma[i..], blob.Colour.Y, alpha);
            Towards(blue[i..], blob.Colour.U, alpha);
            Towards(red[i..], blob.Colour.V, alpha);
        }
    }

    private void Darken(float y, Span<float> luma, Span<float> blue, Span<float> red)
    {
        var down = ((y / _height) - 0.5f) * 2;
        for (var i = 0; i < luma.Length; i += Vector<float>.Count)
        {
            var across = ((new Vector<float>(_columns, i) / _width) - new Vector<float>(0.5f)) * 2;
            var shade = ((across * across) + new Vector<float>(down * down)) * (0.5f * _vignette);
            Towards(luma[i..], Yuv.Black.Y, shade);
            Towards(blue[i..], Yuv.Black.U, shade);
            Towards(red[i..], Yuv.Black.V, shade);
        }
    }

    private static void Towards(Span<float> nodes, float target, Vector<float> alpha)
    {
        var from = new Vector<float>(nodes);
        Vector.MultiplyAddEstimate(new Vector<float>(target) - from, alpha, from).CopyTo(nodes);
    }
}
