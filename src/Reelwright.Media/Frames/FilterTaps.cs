namespace Reelwright.Media.Frames;

/// <summary>Which source samples make each target sample along one axis, and with what weight.</summary>
internal sealed class FilterTaps
{
    private readonly int[] _indices;
    private readonly float[] _weights;

    private FilterTaps(int targets, int count)
    {
        Count = count;
        _indices = new int[targets * count];
        _weights = new float[targets * count];
    }

    /// <summary>Taps of each target sample.</summary>
    public int Count { get; }

    /// <summary>The first source sample that is needed at all.</summary>
    public int First => _indices[0];

    public int Last => _indices[^1];

    public int Index(int target, int tap) => _indices[(target * Count) + tap];

    public float Weight(int target, int tap) => _weights[(target * Count) + tap];

    public static FilterTaps Make(double start, double length, int sources, int targets, float blur)
    {
        var ratio = length / targets;
        var stretch = Math.Max(1, ratio);
        var count = (int)Math.Ceiling(4 * stretch) + 1;
        var taps = new FilterTaps(targets, count);
        for (var target = 0; target < targets; target++)
        {
            var centre = start + ((target + 0.5) * ratio);
            var first = (int)Math.Floor(centre - (2 * stretch));
            var weights = taps._weights.AsSpan(target * count, count);
            var total = 0f;
            for (var tap = 0; tap < count; tap++)
            {
                taps._indices[(target * count) + tap] = Math.Clamp(first + tap, 0, sources - 1);
                weights[tap] = Cubic((first + tap + 0.5 - centre) / stretch, blur);
                total += weights[tap];
            }

            foreach (ref var weight in weights)
            {
                weight /= total;
            }
        }

        return taps;
    }

    /// <summary>The family of Mitchell and Netravali (1988), with C = (1 - B) / 2.</summary>
    private static float Cubic(double distance, double b)
    {
        var x = Math.Abs(distance);
        var c = (1 - b) / 2;
        return (float)(x switch
        {
            < 1 => (((12 - (9 * b) - (6 * c)) * x * x * x) + ((-18 + (12 * b) + (6 * c)) * x * x) + (6 - (2 * b))) / 6,
            < 2 => (((-b - (6 * c)) * x * x * x) + (((6 * b) + (30 * c)) * x * x) + (((-12 * b) - (48 * c)) * x) + (8 * b) + (24 * c)) / 6,
            _ => 0,
        });
    }
}
