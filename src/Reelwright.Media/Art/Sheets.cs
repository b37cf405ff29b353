using Reelwright.Media.Vector;

namespace Reelwright.Media.Art;

/// <summary>Lays one premultiplied picture over another.</summary>
internal static class Sheets
{
    internal static void Lay(BgraImage over, BgraImage under, int left, int top)
    {
        var fromX = Math.Max(0, -left);
        var toX = Math.Min(over.Width, under.Width - left);
        for (var y = Math.Max(0, -top); y < Math.Min(over.Height, under.Height - top); y++)
        {
            var source = over.Row(y);
            var target = under.Row(y + top);
            for (var x = fromX; x < toX; x++)
            {
                var alpha = source[(x * 4) + 3];
                if (alpha == 0)
                {
                    continue;
                }

                for (var channel = 0; channel < 4; channel++)
                {
                    ref var below = ref target[((x + left) * 4) + channel];
                    below = (byte)Math.Min(255, source[(x * 4) + channel] + (((below * (255 - alpha)) + 127) / 255));
                }
            }
        }
    }
}
