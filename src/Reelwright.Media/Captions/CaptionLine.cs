namespace Reelwright.Media.Captions;

/// <summary>A line of speech or text with its time in seconds.</summary>
public sealed record CaptionLine(double Start, double End, string Text);
