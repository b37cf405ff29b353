using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>
/// Chooses the part of a picture that fills a frame of other proportions: where detail and colour are, rather than the middle.
/// </summary>
internal static class SmartCrop
{
    private const int ThumbSide = 96;

    public static Box Find(ReferenceImage image, int width, int height)
    {
        var scale = Math.Min((double)image.Width / width, (double)image.Height / height);
        var (cropWidth, cropHeight) = (width * scale, height * scale);
        var (thumbWidth, thumbHeight) = image.Width > image.Height
            ? (ThumbSide, Math.Max(2, ThumbSide * image.Height / image.Width))
            : (Math.Max(2, ThumbSide * image.Width / image.Height), ThumbSide);
        var thumb = ImageScaler.Scale(
            image.Bgra, image.Width, image.Height, new Box(0, 0, image.Width, image.Height), thumbWidth, thumbHeight, 0.33f);
        var (columns, rows) = Interest(thumb, thumbWidth, thumbHeight);
        var x = BestStart(columns, cropWidth / image.Width, 0.5) * image.Width;
        var y = BestStart(rows, cropHeight / image.Height, 0.42) * image.Height;
        return new Box(Math.Min(x, image.Width - cropWidth), Math.Min(y, image.Height - cropHeight), cropWidth, cropHeight);
    }

    /// <summary>Edges and saturated colour, summed up along columns and rows.</summary>
    private static (double[] Columns, double[] Rows) Interest(byte[] bgra, int width, int height)
    {
        var columns = new double[width];
        var rows = new double[height];
        for (var y = 0; y < height - 1; y++)
        {
            for (var x = 0; x < width - 1; x++)
            {
                var at = ((y * width) + x) * 4;
                double most = 0, least = 255, edge = 0;
                for (var i = at; i < at + 3; i++)
                {
                    most = Math.Max(most, bgra[i]);
                    least = Math.Min(least, bgra[i]);
                    edge += Math.Abs(bgra[i] - bgra[i + 4]) + Math.Abs(bgra[i] - bgra[i + (width * 4)]);
                }

                var interest = edge + (0.4 * (most - least));
                columns[x] += interest;
                rows[y] += interest;
            }
        }

        return (columns, rows);
    }

    /// <summary>The window with the most interest; among nearly equal ones the one nearest to the preferred middle.</summary>
    private static double BestStart(double[] interest, double share, double preferred)
    {
        var window = Math.Min(share, 1) * interest.Length;
        var room = interest.Length - window;
        var (best, bestScore) = (room * preferred, double.MinValue);
        for (var start = 0.0; start <= room; start += 0.5)
        {
            var (first, last) = ((int)start, (int)Math.Min(interest.Length, start + window));
            var score = interest.AsSpan(first, Math.Max(1, last - first));
            var total = 0.0;
            foreach (var value in score)
            {
                total += value;
            }

            var away = room > 0 ? Math.Abs((start / room) - preferred) : 0;
            total *= 1 - (0.25 * away);
            if (total > bestScore)
            {
                (best, bestScore) = (start, total);
            }
        }

        return best / interest.Length;
    }
}
