namespace Reelwright.Media.Sound;

/// <summary>Two channels of samples that voices add themselves to.</summary>
internal sealed class StereoTrack(int length)
{
    public const int Rate = 48000;

    public float[] Left { get; } = new float[length];

    public float[] Right { get; } = new float[length];

    public int Length => length;

    public static int Samples(double seconds) => (int)Math.Round(seconds * Rate);

    /// <summary>Gains of equal power for a position between -1 (left) and 1.</summary>
    public static (float Left, float Right) Pan(double position) =>
        ((float)Math.Sqrt(0.5 * (1 - position)), (float)Math.Sqrt(0.5 * (1 + position)));

    /// <summary>Adds a mono sound; what is beyond the end is cut off.</summary>
    public void Add(ReadOnlySpan<float> sound, double start, double level, double pan)
    {
        var at = Samples(start);
        var (left, right) = Pan(pan);
        var (gainLeft, gainRight) = ((float)(level * left), (float)(level * right));
        for (var i = Math.Max(0, -at); i < sound.Length && at + i < Length; i++)
        {
            Left[at + i] += sound[i] * gainLeft;
            Right[at + i] += sound[i] * gainRight;
        }
    }
}
