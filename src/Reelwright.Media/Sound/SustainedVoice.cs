namespace Reelwright.Media.Sound;

/// <summary>A held tone: two slightly detuned oscillators, one more to each side, through a low-pass.</summary>
internal sealed class SustainedVoice(Wavetable wave, double attack, double release, double detune)
{
    /// <summary>Plays one note.</summary>
    /// <param name="track">Where to.</param>
    /// <param name="start">Seconds.</param>
    /// <param name="length">Seconds until it is let go.</param>
    /// <param name="note">MIDI number.</param>
    /// <param name="level">Peak amplitude.</param>
    /// <param name="cutoff">Of the low-pass, hertz.</param>
    /// <param name="pan">-1 to 1.</param>
    public void Play(StereoTrack track, double start, double length, double note, double level, double cutoff, double pan)
    {
        var frequency = Pitch.Frequency(note);
        var (first, end) = (StereoTrack.Samples(start), Math.Min(track.Length, StereoTrack.Samples(start + length + release)));
        var (stepA, stepB) = ((float)(frequency * (1 + detune) / StereoTrack.Rate), (float)(frequency * (1 - detune) / StereoTrack.Rate));
        var smooth = (float)(1 - Math.Exp(-2 * Math.PI * cutoff / StereoTrack.Rate));
        var (gainLeft, gainRight) = StereoTrack.Pan(pan);
        var envelope = new Envelope(attack, length, release);
        float a = 0, b = 0.37f, left = 0, right = 0, left2 = 0, right2 = 0;
        for (var i = first; i < end; i++)
        {
            var toneA = wave.At(a);
            var toneB = wave.At(b);
            a = Advance(a, stepA);
            b = Advance(b, stepB);
            left += smooth * ((toneA * 0.66f) + (toneB * 0.34f) - left);
            right += smooth * ((toneA * 0.34f) + (toneB * 0.66f) - right);
            left2 += smooth * (left - left2);
            right2 += smooth * (right - right2);
            var gain = (float)(level * envelope.At((double)(i - first) / StereoTrack.Rate));
            track.Left[i] += left2 * gain * gainLeft;
            track.Right[i] += right2 * gain * gainRight;
        }
    }

    private static float Advance(float phase, float step)
    {
        phase += step;
        return phase >= 1 ? phase - 1 : phase;
    }
}
