namespace Reelwright.Media.Sound;

/// <summary>One partial of a struck or plucked sound.</summary>
/// <param name="Ratio">Frequency, compared to the note's.</param>
/// <param name="Level">Amplitude at the start.</param>
/// <param name="Decay">Seconds to fall to 1/e.</param>
internal readonly record struct Partial(double Ratio, double Level, double Decay);

/// <summary>A struck or plucked sound: partials that decay at different rates, as in strings, bars and bells.</summary>
internal sealed class StruckTone(params Partial[] partials)
{
    private const double Inaudible = 3e-4;
    private const double AttackSeconds = 0.0025;

    public static StruckTone FeltPiano { get; } = new(
        new(1, 1, 0.85), new(2.001, 0.42, 0.55), new(3.004, 0.22, 0.36), new(4.01, 0.10, 0.26), new(5.02, 0.05, 0.18), new(6.04, 0.03, 0.12));

    public static StruckTone Marimba { get; } = new(new(1, 1, 0.30), new(3.93, 0.32, 0.10), new(9.24, 0.10, 0.04));

    public static StruckTone Bell { get; } = new(
        new(1, 0.8, 1.0), new(2.0, 0.28, 0.8), new(2.76, 0.22, 0.55), new(5.40, 0.12, 0.30), new(8.93, 0.05, 0.14));

    public static StruckTone Pizzicato { get; } = new(
        new(1, 1, 0.20), new(2, 0.55, 0.14), new(3, 0.34, 0.10), new(4, 0.20, 0.07), new(5, 0.12, 0.05), new(6, 0.08, 0.04));

    public static StruckTone Synth { get; } = new(
        new(1, 1, 0.26), new(1.004, 0.6, 0.28), new(2, 0.52, 0.19), new(3, 0.36, 0.15), new(4, 0.26, 0.12), new(5, 0.20, 0.09), new(6, 0.15, 0.07), new(7, 0.12, 0.06));

    public static StruckTone Glass { get; } = new(new(1, 1, 1.3), new(2.002, 0.22, 0.8), new(3.01, 0.10, 0.5), new(4.2, 0.06, 0.25));

    /// <summary>Plays one note.</summary>
    public void Play(StereoTrack track, double start, double note, double level, double pan)
    {
        var frequency = Pitch.Frequency(note);
        var first = StereoTrack.Samples(start);
        var (left, right) = StereoTrack.Pan(pan);
        foreach (var (ratio, amount, decay) in partials)
        {
            if (frequency * ratio < 14000)
            {
                var amplitude = level * amount;
                var end = Math.Min(track.Length, first + StereoTrack.Samples(decay * Math.Log(Math.Max(1, amplitude / Inaudible))));
                Ring(track, first, end, frequency * ratio, amplitude, decay, left, right);
            }
        }
    }

    /// <summary>A decaying sine as a rotating, shrinking vector, so that no sine is computed per sample.</summary>
    private static void Ring(
        StereoTrack track, int first, int end, double frequency, double amplitude, double decay, float left, float right)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * frequency / StereoTrack.Rate);
        var shrink = Math.Exp(-1 / (decay * StereoTrack.Rate));
        var (turnX, turnY) = ((float)(cos * shrink), (float)(sin * shrink));
        var (x, y) = ((float)amplitude, 0f);
        var rise = (float)(1 / (AttackSeconds * StereoTrack.Rate));
        var attack = 0f;
        var (trackLeft, trackRight) = (track.Left, track.Right);
        for (var i = first; i < end; i++)
        {
            (x, y) = ((x * turnX) - (y * turnY), (x * turnY) + (y * turnX));
            attack = Math.Min(1, attack + rise);
            var sample = y * attack;
            trackLeft[i] += sample * left;
            trackRight[i] += sample * right;
        }
    }
}
