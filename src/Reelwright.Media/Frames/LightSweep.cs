namespace Reelwright.Media.Frames;

/// <summary>A band of light that runs over the product now and then, as from a window that it turns past.</summary>
internal sealed class LightSweep
{
    private const double Lean = 0.35;
    private const double FirstSecond = 0.9;
    private const double Seconds = 1.5;
    private const double Pause = 2.6;
    private readonly float[] _light;
    private readonly double _reach;

    public LightSweep(int width, int height, float strength)
    {
        _reach = width + (Lean * height);
        var length = (int)Math.Ceiling(3 * _reach) + FrameScratch.Padding;
        var band = Math.Min(width, height) * 0.11;
        _light = new float[length];
        for (var i = 0; i < length; i++)
        {
            var from = (i - (1.5 * _reach)) / band;
            var second = from - 2.1;
            _light[i] = (float)(strength * (Math.Exp(-from * from) + (0.4 * Math.Exp(-6 * second * second))));
        }
    }

    /// <summary>Light by column in one row; empty between two sweeps.</summary>
    public ReadOnlySpan<float> Row(double seconds, int y, int width)
    {
        var phase = (seconds - FirstSecond) % (Seconds + Pause);
        if (phase < 0 || phase > Seconds)
        {
            return default;
        }

        // The band starts and ends outside of the frame.
        var centre = (-0.3 + (1.6 * phase / Seconds)) * _reach;
        var start = (int)Math.Round((1.5 * _reach) - centre + (Lean * y));
        return _light.AsSpan(Math.Clamp(start, 0, _light.Length - width - FrameScratch.Padding));
    }
}
