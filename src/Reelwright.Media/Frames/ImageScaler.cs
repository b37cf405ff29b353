using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>Resizes a part of a picture with a cubic filter that widens when it shrinks, so nothing shimmers.</summary>
internal static class ImageScaler
{
    /// <summary>Cuts out <paramref name="crop"/> and scales it.</summary>
    /// <param name="blur">0 is as sharp as Catmull-Rom; 1 is the soft B-spline, for a blurred picture made from a tiny one.</param>
    public static byte[] Scale(ReadOnlySpan<byte> bgra, int sourceWidth, int sourceHeight, Box crop, int width, int height, float blur)
    {
        var columns = FilterTaps.Make(crop.X, crop.Width, sourceWidth, width, blur);
        var rows = FilterTaps.Make(crop.Y, crop.Height, sourceHeight, height, blur);
        var (first, last) = (columns.First, columns.Last);
        var line = new Vector128<float>[sourceWidth];
        var result = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(line);
            for (var tap = 0; tap < rows.Count; tap++)
            {
                var weight = rows.Weight(y, tap);
                var source = MemoryMarshal.Cast<byte, uint>(bgra.Slice(rows.Index(y, tap) * sourceWidth * 4, sourceWidth * 4));
                for (var x = first; x <= last; x++)
                {
                    line[x] += Load(source[x]) * weight;
                }
            }

            var target = result.AsSpan(y * width * 4, width * 4);
            for (var x = 0; x < width; x++)
            {
                var sum = Vector128.Create(0.5f);
                for (var tap = 0; tap < columns.Count; tap++)
                {
                    sum += line[columns.Index(x, tap)] * columns.Weight(x, tap);
                }

                var whole = Vector128.ConvertToInt32(Vector128.Min(Vector128.Max(sum, Vector128<float>.Zero), Vector128.Create(255f)));
                target[x * 4] = (byte)whole[0];
                target[(x * 4) + 1] = (byte)whole[1];
                target[(x * 4) + 2] = (byte)whole[2];
                target[(x * 4) + 3] = (byte)whole[3];
            }
        }

        return result;
    }

    private static Vector128<float> Load(uint pixel) => Vector128.ConvertToSingle(
        Vector128.Create(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >> 24).AsInt32());
}
