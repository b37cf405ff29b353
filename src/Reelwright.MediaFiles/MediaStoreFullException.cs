namespace Reelwright.MediaFiles;

/// <summary>The disk of the store is full. A retry fails until space is freed.</summary>
public sealed class MediaStoreFullException : IOException
{
    // errno, which .NET reports as HResult: ENOSPC everywhere, EDQUOT on Linux and on macOS; then Windows' ERROR_DISK_FULL.
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
        : base($"There is no room left in {place}. Free some disk space, or point DATA_DIR or MEDIA_FOLDER to a larger disk, then retry.", innerException)
    {
    }

    /// <summary>Whether the operating system refused a write because the disk or the quota is full.</summary>
    public static bool IsCausedBy(IOException exception) =>
        exception is MediaStoreFullException || NoRoom.Contains(exception.HResult);
}
