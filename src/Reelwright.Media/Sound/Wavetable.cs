namespace Reelwright.Media.Sound;

/// <summary>One cycle of a sustained tone, as a sum of few harmonics, so that no note aliases.</summary>
internal sealed class Wavetable
{
    private const int Size = 2048;
    private readonly float[] _cycle = new float[Size + 1];

    private Wavetable(params ReadOnlySpan<double> harmonics)
    {
        for (var i = 0; i <= Size; i++)
        {
            for (var n = 0; n < harmonics.Length; n++)
            {
                _cycle[i] += (float)(harmonics[n] * Math.Sin(2 * Math.PI * (n + 1) * i / Size));
            }
        }

        var peak = _cycle.Max(Math.Abs);
        foreach (ref var sample in _cycle.AsSpan())
        {
            sample /= peak;
        }
    }

    /// <summary>A flute-like tone.</summary>
    public static Wavetable Glass { get; } = new(1, 0.22, 0.06, 0.10);

    public static Wavetable Warm { get; } = new(1, 0.45, 0.26, 0.14, 0.09, 0.05, 0.03);

    public static Wavetable Strings { get; } = new([.. Enumerable.Range(1, 18).Select(n => 1.0 / n)]);

    public static Wavetable Hollow { get; } = new(1, 0, 0.34, 0, 0.20, 0, 0.12, 0, 0.07);

    public static Wavetable Bass { get; } = new(1, 0.32, 0.14, 0.07, 0.03);

    /// <summary>The value at a phase of 0 to 1.</summary>
    public float At(float phase)
    {
        var position = phase * Size;
        var index = (int)position;
        return _cycle[index] + ((_cycle[index + 1] - _cycle[index]) * (position - index));
    }
}
