namespace Reelwright.Media.Sound;

/// <summary>A held tone: two slightly detuned oscillators, one more to each side, through a low-pass.</summary>
internal sealed class SustainedVoice(Wavetable wave, double attack, double release, double detune)
{
    /// <summary>Samples between two values of the envelope; straight in between.</summary>
    private const int Block = 32;

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
        var (trackLeft, trackRight) = (track.Left, track.Right);
        var (gainLeft, gainRight) = StereoTrack.Pan(pan);
        var envelope = new Envelope(attack, length, release);
        float a = 0, b = 0.37f, left = 0, right = 0, left2 = 0, right2 = 0, gain = 0;
        for (var block = first; block < end; block += Block)
        {
            var stop = Math.Min(end, block + Block);
            var target = (float)(level * envelope.At((double)(block + Block - first) / StereoTrack.Rate));
            var gainStep = (target - gain) / Block;
            for (var i = block; i < stop; i++)
            {
                var toneA = wave.At(a);
                var toneB = wave.At(b);
                a = Advance(a, stepA);
                b = Advance(b, stepB);
                left += smooth * ((toneA * 0.66f) + (toneB * 0.34f) - left);
                right += smooth * ((toneA * 0.34f) + (toneB * 0.66f) - right);
                left2 += smooth * (left - left2);
                right2 += smooth * (right - right2);
                gain += gainStep;
                trackLeft[i] += left2 * gain * gainLeft;
                trackRight[i] += right2 * gain * gainRight;
            }
        }
    }

    private static float Advance(float phase, float step)
    {
        phase += step;
        return phase >= 1 ? phase - 1 : phase;
    }
}
