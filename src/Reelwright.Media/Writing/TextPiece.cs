namespace Reelwright.Media.Writing;

/// <summary>A part of a text that stays on one line: a word, an ideograph with its punctuation, a part of an address.</summary>
/// <param name="Text">Without the space before it.</param>
/// <param name="SpaceBefore">A space stands before it, unless it begins a line.</param>
/// <param name="BreakPenalty">How bad a line break before it is: below 0 is welcome, 1 is ugly, infinity is never.</param>
internal sealed record TextPiece(string Text, bool SpaceBefore, double BreakPenalty);
