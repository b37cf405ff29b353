namespace Reelwright.Media.Ffmpeg;

/// <summary>A file is not what it should be, and trying again will not help. The message says what is wrong with it.</summary>
public sealed class MediaRejectedException(string message, Exception? cause = null) : Exception(message, cause);
