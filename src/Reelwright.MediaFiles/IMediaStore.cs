namespace Reelwright.MediaFiles;

/// <summary>
/// Stores media files. A file appears under its key complete or not at all; a second put replaces the first.
/// A store without free space throws <see cref="MediaStoreFullException"/>.
/// </summary>
public interface IMediaStore
{
    /// <summary>Streams the content into the store.</summary>
    Task PutAsync(MediaKey key, Stream content, CancellationToken cancellationToken);

    /// <summary>Moves the file at <paramref name="path"/> into the store.</summary>
    Task PutFileAsync(MediaKey key, string path, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading from any position; null when there is none.</summary>
    Task<MediaContent?> OpenAsync(MediaKey key, CancellationToken cancellationToken);

    /// <summary>Bytes; null when there is no such file.</summary>
    Task<long?> LengthAsync(MediaKey key, CancellationToken cancellationToken);

    /// <summary>False when there was nothing to delete.</summary>
    Task<bool> DeleteAsync(MediaKey key, CancellationToken cancellationToken);

    /// <summary>Deletes every file whose key starts with the prefix and a slash; returns their number.</summary>
    Task<int> DeletePrefixAsync(MediaKey prefix, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes incomplete files that have not changed for this time; returns their number. Files under a key are never deleted.
    /// </summary>
    Task<int> RemoveAbandonedAsync(TimeSpan untouchedFor, CancellationToken cancellationToken);
}
