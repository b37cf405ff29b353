namespace Reelwright.Media.Sound;

/// <summary>One bar and its chord.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="Beats">Usually 4; fewer or 5 where a scene's start cuts it.</param>
/// <param name="Chord">Semitones above the tonic, the chord's root first.</param>
/// <param name="Number">In its section, from 0.</param>
/// <param name="ClosesSection">Whether the next bar begins another section.</param>
internal sealed record SongBar(double Start, int Beats, int[] Chord, SongSection Section, int Number, bool ClosesSection);
