namespace Reelwright.Media.Sound;

/// <summary>Notes by their MIDI numbers, equally tempered, A4 (69) at 440 Hz.</summary>
internal static class Pitch
{
    public static double Frequency(double note) => 440 * Math.Pow(2, (note - 69) / 12);

    /// <summary>The notes of a chord as near as possible to a centre, so that chords follow each other without jumps.</summary>
    public static int[] Around(ReadOnlySpan<int> chord, int root, int centre)
    {
        var notes = new int[chord.Length];
        for (var i = 0; i < chord.Length; i++)
        {
            var above = ((((root + chord[i] - centre + 6) % 12) + 12) % 12) - 6;
            notes[i] = centre + above;
        }

        Array.Sort(notes);
        return notes;
    }
}
