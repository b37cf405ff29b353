namespace Reelwright.Media.Ffmpeg;

/// <summary>A program that films need is not on this machine. The message says how to get it.</summary>
public sealed class MissingToolException(string message) : Exception(message);
