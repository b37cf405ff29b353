namespace Reelwright.Media.Tests.Sound;

/// <summary>Hears what is in stereo samples of 48 kHz, without knowing how they were made.</summary>
internal static class Ear
{
    private const int Rate = 48000;
    private const int Thinning = 4;
    private const int LowestNote = 40;
    private const int HighestNote = 88;
    private const int OnsetsPerSecond = 200;

    /// <summary>How strong each of the twelve pitch classes is, from C on, between two moments; they sum to 1.</summary>
    public static double[] Chroma(float[] stereo, double from, double to)
    {
        var mono = Mono(stereo, from, to);
        var chroma = new double[12];
        for (var note = LowestNote; note <= HighestNote; note++)
        {
            // What a tone has more than the noise around it: a drum sounds at all pitches.
            var around = Math.Max(Strength(mono, note - 0.5), Strength(mono, note + 0.5));
            chroma[note % 12] += Math.Max(0, Strength(mono, note) - around);
        }

        var sum = chroma.Sum();
        return [.. chroma.Select(strength => strength / sum)];
    }

    /// <summary>1 for the same harmony, 0 for two without a tone in common.</summary>
    public static double Alike(double[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));

    /// <summary>Seconds at which something is struck: the treble rises clearly above what it was.</summary>
    public static List<double> Onsets(float[] stereo)
    {
        const int Block = Rate / OnsetsPerSecond * 2;
        double[] treble = [.. stereo.Skip(4).Zip(stereo, (a, b) => (double)(a - b) * (a - b)).Chunk(Block).Select(block => Math.Log(1e-7 + block.Average()))];
        double[] rises = [0, 0, .. treble.Skip(2).Zip(treble, (after, before) => after - before)];
        var onsets = new List<double>();
        for (var i = 2; i < rises.Length - 2; i++)
        {
            if (rises[i] > 1.2 && rises[i] >= rises[(i - 2)..(i + 3)].Max())
            {
                onsets.Add((double)i / OnsetsPerSecond);
            }
        }

        return onsets;
    }

    private static double[] Mono(float[] stereo, double from, double to)
    {
        var (first, count) = ((int)(from * Rate), (int)((to - from) * Rate) / Thinning);
        var mono = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < Thinning * 2; j++)
            {
                mono[i] += stereo[((first + (i * Thinning)) * 2) + j];
            }

            // A window that fades in and out keeps a loud tone out of its neighbours' places.
            mono[i] *= 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / count));
        }

        return mono;
    }

    /// <summary>Amplitude at a pitch: Goertzel's algorithm.</summary>
    private static double Strength(double[] mono, double note)
    {
        var turn = 2 * Math.PI * 440 * Math.Pow(2, (note - 69) / 12) / (Rate / Thinning);
        var (twice, before, last) = (2 * Math.Cos(turn), 0.0, 0.0);
        foreach (var sample in mono)
        {
            (before, last) = (last, sample + (twice * last) - before);
        }

        return Math.Sqrt(Math.Max(0, (last * last) + (before * before) - (twice * last * before)));
    }
}
