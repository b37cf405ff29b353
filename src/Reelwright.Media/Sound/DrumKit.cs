namespace Reelwright.Media.Sound;

/// <summary>Percussion, each hit computed once and then laid in wherever it sounds.</summary>
internal sealed class DrumKit
{
    private readonly Random _random;

    public DrumKit(int seed, double weight)
    {
        _random = new Random(seed);
        Kick = Drop(0.34, 46 + (8 * (1 - weight)), 70 + (60 * weight), 34, 9.5 - (2 * weight), click: 0.16);
        Boom = Drop(1.5, 36, 60, 14, 2.6, click: 0.05);
        Tom = Drop(0.6, 74, 60, 16, 6, click: 0.10);
        Hat = Air(0.06, 0.013, 0);
        OpenHat = Air(0.28, 0.07, 0);
        Shaker = Air(0.09, 0.028, 0.018);
        Crash = Air(2.2, 0.55, 0.002);
        Clap = MakeClap();
        Snap = MakeSnap();
    }

    public float[] Kick { get; }

    /// <summary>A deep drum that rings.</summary>
    public float[] Boom { get; }

    public float[] Tom { get; }

    public float[] Hat { get; }

    public float[] OpenHat { get; }

    public float[] Shaker { get; }

    public float[] Crash { get; }

    public float[] Clap { get; }

    public float[] Snap { get; }

    /// <summary>Wind that rises for some seconds and stops where the next part begins.</summary>
    public float[] Riser(double seconds)
    {
        var sound = new float[StereoTrack.Samples(seconds)];
        float low = 0, band = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / sound.Length;
            var centre = 2 * Math.Sin(Math.PI * (300 * Math.Pow(22, t)) / StereoTrack.Rate);
            var high = White() - low - (0.5f * band);
            band += (float)centre * high;
            low += (float)centre * band;
            var ending = Math.Min(1, (1 - t) * seconds / 0.02);
            sound[i] = (float)(band * t * t * ending);
        }

        return sound;
    }

    private static float[] Drop(double seconds, double pitch, double range, double fall, double decay, double click)
    {
        var sound = new float[StereoTrack.Samples(seconds)];
        var phase = 0.0;
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / StereoTrack.Rate;
            phase += (pitch + (range * Math.Exp(-t * fall))) / StereoTrack.Rate;
            var attack = Math.Min(1, t / 0.0015);
            var ending = Math.Min(1, (seconds - t) / 0.03);
            var body = Math.Sin(2 * Math.PI * phase) * Math.Exp(-t * decay);
            sound[i] = (float)((body + (click * Math.Sin(2 * Math.PI * 1800 * t) * Math.Exp(-t * 380))) * attack * ending);
        }

        return sound;
    }

    private float White() => (float)((_random.NextDouble() * 2) - 1);

    /// <summary>High noise: twice differentiated.</summary>
    private float[] Air(double seconds, double decay, double attack)
    {
        var sound = new float[StereoTrack.Samples(seconds)];
        float last = 0, lastStep = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / StereoTrack.Rate;
            var white = White();
            var step = white - last;
            var rise = attack > 0 ? Math.Min(1, t / attack) : Math.Min(1, t / 0.0006);
            var ending = Math.Min(1, (seconds - t) / (seconds * 0.3));
            sound[i] = (float)((step - (0.6f * lastStep)) * 0.45 * rise * Math.Exp(-t / decay) * ending);
            (last, lastStep) = (white, step);
        }

        return sound;
    }

    /// <summary>Several hands, never quite together.</summary>
    private float[] MakeClap()
    {
        var sound = new float[StereoTrack.Samples(0.24)];
        float low = 0, band = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / StereoTrack.Rate;
            var high = White() - low - (0.7f * band);
            band += 0.16f * high;
            low += 0.16f * band;
            var hands = t < 0.030 ? Math.Exp(-(t % 0.010) * 260) : Math.Exp(-(t - 0.030) * 26);
            sound[i] = (float)(band * hands * Math.Min(1, t / 0.001) * Math.Min(1, (0.24 - t) / 0.05));
        }

        return sound;
    }

    private float[] MakeSnap()
    {
        var sound = new float[StereoTrack.Samples(0.12)];
        float low = 0, band = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / StereoTrack.Rate;
            var high = White() - low - (0.28f * band);
            band += 0.30f * high;
            low += 0.30f * band;
            sound[i] = (float)(band * 0.8 * Math.Exp(-t * 62) * Math.Min(1, t / 0.0008) * Math.Min(1, (0.12 - t) / 0.03));
        }

        return sound;
    }
}
