namespace Reelwright.Media.Ffmpeg;

/// <summary>A file is unusable, and another attempt with the same file does not help. The message says what is wrong with it.</summary>
public sealed class MediaRejectedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Index of the scene whose clip was rejected, from 0; null for other files.</summary>
    public int? Scene { get; init; }

    /// <summary>The same rejection with the scene of the clip.</summary>
    public MediaRejectedException In(int scene) => new(Message, this) { Scene = scene };
}
