namespace Reelwright.Media.Film.Quality;

/// <summary>Counts black frames and repeated frames, on a coarse grid of their luma.</summary>
internal sealed class FrameWatch(int width, int height)
{
    private const int Every = 8;

    /// <summary>Of the encoded range, in which black is 16 and white 235.</summary>
    private const int DarkestLight = 24;

    private readonly byte[] _before = new byte[(width + Every - 1) / Every * ((height + Every - 1) / Every)];
    private bool _isFirst = true;
    private int _still;
    private int _longest;

    public int Black { get; private set; }

    public int Duplicates { get; private set; }

    /// <summary>From the first frame of a still picture to the last.</summary>
    public double LongestFreezeSeconds => _longest == 0 ? 0 : (_longest + 1.0) / FilmPlan.FrameRate;

    public void See(ReadOnlySpan<byte> pixels)
    {
        var (at, isBlack, isSame) = (0, true, !_isFirst);
        for (var y = 0; y < height; y += Every)
        {
            var row = pixels.Slice(y * width, width);
            for (var x = 0; x < width; x += Every, at++)
            {
                isBlack &= row[x] < DarkestLight;
                isSame &= row[x] == _before[at];
                _before[at] = row[x];
            }
        }

        Black += isBlack ? 1 : 0;
        Duplicates += isSame ? 1 : 0;
        _still = isSame ? _still + 1 : 0;
        _longest = Math.Max(_longest, _still);
        _isFirst = false;
    }
}
