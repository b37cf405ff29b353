using Reelwright.Media.Captions;

namespace Reelwright.Media.Film;

/// <summary>A spoken voice-over.</summary>
/// <param name="Lines">The sound of each sentence, in order.</param>
/// <param name="Captions">The words at the time at which they are spoken. A line that the voice can't speak is here at its planned
/// time.</param>
internal sealed record Speech(IReadOnlyList<SpokenLine> Lines, IReadOnlyList<CaptionLine> Captions);
