namespace Reelwright.Media.Sound;

/// <summary>Composes and plays the music of a film.</summary>
public static class MusicSynth
{
    /// <summary>Writes a stereo WAV of 48 kHz, exactly as long as the film; it appears under its name only when complete.</summary>
    public static void WriteWav(MusicSpec spec, string path)
    {
        WaveFile.Write(path, Play(spec));

        // The tracks of a minute take a hundred megabytes, and drawing allocates too little to trigger a collection before the film is
        // done.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    /// <summary>The samples, left and right in turn, below 1.</summary>
    internal static float[] Play(MusicSpec spec)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(spec.Duration, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spec.Duration, 600);
        var style = MusicStyles.Find(spec.Mood);
        var plan = SongPlan.Make(spec, style);
        var band = new Arranger(style, plan, spec.Seed, StereoTrack.Samples(spec.Duration));
        band.Play();
        return Mixdown.Mix(band, style, plan.Beat);
    }
}
