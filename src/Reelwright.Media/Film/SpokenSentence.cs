namespace Reelwright.Media.Film;

/// <summary>A sentence that was spoken into a file.</summary>
/// <param name="File">In the work folder.</param>
/// <param name="Text">As it is written, with what the voice does not say.</param>
/// <param name="Seconds">Length of the file.</param>
internal sealed record SpokenSentence(string File, string Text, double Seconds);
