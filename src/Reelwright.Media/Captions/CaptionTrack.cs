namespace Reelwright.Media.Captions;

/// <summary>The captions of a film.</summary>
/// <param name="Cues">In order, without overlap.</param>
/// <param name="Cut">Texts for which no time was left; empty when there is time for all.</param>
/// <param name="Emoji">The emoji that were left out; empty when there were none.</param>
internal sealed record CaptionTrack(IReadOnlyList<CaptionCue> Cues, IReadOnlyList<string> Cut, string Emoji);
