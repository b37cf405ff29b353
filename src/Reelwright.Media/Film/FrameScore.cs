namespace Reelwright.Media.Film;

/// <summary>Scores how well a frame works as a still, by the contrast and sharpness of its luma.</summary>
internal static class FrameScore
{
    private const int Every = 4;

    public static double Of(ReadOnlySpan<byte> pixels, int width, int height)
    {
        double sum = 0, squares = 0, edges = 0;
        var count = 0;
        for (var y = Every; y < height - Every; y += Every)
        {
            var row = pixels.Slice(y * width, width);
            for (var x = Every; x < width - Every; x += Every)
            {
                sum += row[x];
                squares += row[x] * row[x];
                edges += Math.Abs(row[x] - row[x + 1]) + Math.Abs(row[x] - pixels[((y + 1) * width) + x]);
                count++;
            }
        }

        var mean = sum / count;
        // The constant makes the scene's weight decide between frames without contrast.
        return 0.01 + (Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))) / 64) + (edges / count / 12);
    }
}
