namespace Reelwright.Media.Sound;

/// <summary>Brings the tracks together: the kick's pump, echo, room, level, and both ends of the film.</summary>
internal static class Mixdown
{
    /// <summary>Root mean square that the mix is brought to, before loud passages are rounded off.</summary>
    private const double TargetLevel = 0.14;

    private const float Knee = 0.55f;
    private const float Headroom = 0.36f;
    private const double FadeIn = 0.006;
    private const double FadeOut = 1.2;

    /// <summary>The last moment is silent, so that no player cuts a sound off.</summary>
    private const double Silence = 0.05;

    public static float[] Mix(Arranger band, MusicStyle style, double beat)
    {
        var length = band.Soft.Length;
        var mix = new float[length * 2];
        var pump = Pump(band.Kicks, style.Pump, length);
        var echo = new Echo(beat * 0.75, 0.42f);
        var reverb = new Reverb(style.RoomSeconds);
        var (echoGain, room) = ((float)style.Echo, (float)style.Room);
        float lowLeft = 0, lowRight = 0;
        for (var i = 0; i < length; i++)
        {
            var gain = pump[i];
            var (softLeft, softRight) = (band.Soft.Left[i] * gain, band.Soft.Right[i] * gain);
            var (pluckLeft, pluckRight) = (band.Plucked.Left[i] * (0.4f + (0.6f * gain)), band.Plucked.Right[i] * (0.4f + (0.6f * gain)));
            var (echoLeft, echoRight) = echo.Next(pluckLeft, pluckRight);
            pluckLeft += echoLeft * echoGain;
            pluckRight += echoRight * echoGain;
            var (rhythmLeft, rhythmRight) = (band.Rhythm.Left[i], band.Rhythm.Right[i]);
            var (roomLeft, roomRight) = reverb.Next(
                (softLeft * 0.55f) + pluckLeft + (rhythmLeft * 0.18f), (softRight * 0.55f) + pluckRight + (rhythmRight * 0.18f));
            var left = softLeft + pluckLeft + rhythmLeft + (roomLeft * room);
            var right = softRight + pluckRight + rhythmRight + (roomRight * room);

            // What is below 25 Hz only costs headroom.
            lowLeft += 0.0033f * (left - lowLeft);
            lowRight += 0.0033f * (right - lowRight);
            mix[2 * i] = left - lowLeft;
            mix[(2 * i) + 1] = right - lowRight;
        }

        Master(mix, length);
        return mix;
    }

    private static void Master(float[] mix, int length)
    {
        var square = 0.0;
        foreach (var sample in mix)
        {
            square += sample * sample;
        }

        var gain = TargetLevel / Math.Max(1e-6, Math.Sqrt(square / mix.Length));
        var end = length - StereoTrack.Samples(Silence);
        for (var i = 0; i < length; i++)
        {
            var rise = Math.Min(1, i / (FadeIn * StereoTrack.Rate));
            var fall = Math.Clamp((end - i) / (FadeOut * StereoTrack.Rate), 0, 1);
            var level = (float)(gain * rise * fall * fall * (3 - (2 * fall)));
            mix[2 * i] = Round(mix[2 * i] * level);
            mix[(2 * i) + 1] = Round(mix[(2 * i) + 1] * level);
        }
    }

    /// <summary>Leaves quiet samples alone and bends loud ones, never beyond 0.91.</summary>
    private static float Round(float sample)
    {
        var size = Math.Abs(sample);
        return size <= Knee ? sample : MathF.CopySign(Knee + (Headroom * MathF.Tanh((size - Knee) / Headroom)), sample);
    }

    /// <summary>Gain by sample: down with each kick, back within a beat.</summary>
    private static float[] Pump(IReadOnlyList<double> kicks, double depth, int length)
    {
        var gains = new float[length];
        Array.Fill(gains, 1f);
        if (depth <= 0)
        {
            return gains;
        }

        foreach (var kick in kicks)
        {
            var first = StereoTrack.Samples(kick);
            var count = Math.Min(StereoTrack.Samples(0.5), length - first);
            for (var i = 0; i < count; i++)
            {
                var t = (double)i / StereoTrack.Rate;
                var dip = depth * Math.Min(1, t / 0.006) * Math.Exp(-t / 0.10);
                gains[first + i] = Math.Min(gains[first + i], (float)(1 - dip));
            }
        }

        return gains;
    }
}
