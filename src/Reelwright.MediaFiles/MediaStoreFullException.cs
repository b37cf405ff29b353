namespace Reelwright.MediaFiles;

/// <summary>The store has no room left. Trying again does not help until somebody makes room.</summary>
public sealed class MediaStoreFullException : IOException
{
    // errno, which .NET hands on as HResult: ENOSPC everywhere, EDQUOT on Linux and on macOS; then Windows' ERROR_DISK_FULL.
    private static readonly int[] NoRoom = [28, 122, 69, unchecked((int)0x80070070)];

    public MediaStoreFullException()
        : this("the media store", null)
    {
    }

    public MediaStoreFullException(string place)
        : this(place, null)
    {
    }

    public MediaStoreFullException(string place, Exception? innerException)
        : base($"There is no room left in {place}: free some disk space or point DATA_DIR or MEDIA_FOLDER to a larger disk, then retry.", innerException)
    {
    }

    /// <summary>Whether the operating system refused a write for want of room.</summary>
    public static bool IsCausedBy(IOException exception) =>
        exception is MediaStoreFullException || NoRoom.Contains(exception.HResult);
}
