namespace Reelwright.Media.Sound;

/// <summary>
/// Reverberation: eight delay lines that feed each other through a Householder matrix, each with a low-pass
/// (a feedback delay network after Jot and Chaigne, 1991).
/// </summary>
internal sealed class Reverb
{
    private static readonly int[] Lengths = [1423, 1637, 1907, 2131, 2417, 2719, 3041, 3389];
    private readonly float[][] _lines = [.. Lengths.Select(length => new float[length])];
    private readonly int[] _at = new int[Lengths.Length];
    private readonly float[] _damped = new float[Lengths.Length];
    private readonly float[] _gains;

    /// <param name="seconds">Until the sound has fallen by 60 dB.</param>
    public Reverb(double seconds) =>
        _gains = [.. Lengths.Select(length => (float)Math.Pow(10, -3 * length / (seconds * StereoTrack.Rate)))];

    /// <summary>Adds one input sample and returns the left and right output.</summary>
    public (float Left, float Right) Next(float left, float right)
    {
        Span<float> heard = stackalloc float[8];
        var sum = 0f;
        for (var i = 0; i < heard.Length; i++)
        {
            _damped[i] += 0.55f * ((_lines[i][_at[i]] * _gains[i]) - _damped[i]);
            heard[i] = _damped[i];
            sum += heard[i];
        }

        sum *= 2f / 8;
        float outLeft = 0, outRight = 0;
        for (var i = 0; i < heard.Length; i++)
        {
            var isLeft = i % 2 == 0;
            _lines[i][_at[i]] = (isLeft ? left : right) + heard[i] - sum;
            _at[i] = _at[i] + 1 == Lengths[i] ? 0 : _at[i] + 1;
            outLeft += isLeft ? heard[i] : heard[i] * 0.15f;
            outRight += isLeft ? heard[i] * 0.15f : heard[i];
        }

        return (outLeft * 0.5f, outRight * 0.5f);
    }
}
