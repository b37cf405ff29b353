namespace Reelwright.MediaFiles;

/// <summary>
/// Where media live. A file appears under its key complete or not at all, and putting the same key twice leaves the later one.
/// A store that has no room left throws <see cref="MediaStoreFullException"/>.
/// </summary>
public interface IMediaStore
{
    /// <summary>Streams the content into the store.</summary>
    Task PutAsync(MediaKey key, Stream content, CancellationToken cancellationToken);

    /// <summary>Takes the file at <paramref name="path"/> over; it is gone from there afterwards.</summary>
    Task PutFileAsync(MediaKey key, string path, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading from any position; null when there is none.</summary>
    Task<MediaContent?> OpenAsync(MediaKey key, CancellationToken cancellationToken);

    /// <summary>Bytes; null when there is no such file.</summary>
    Task<long?> LengthAsync(MediaKey key, CancellationToken cancellationToken);

    /// <summary>False when there was nothing to delete.</summary>
    Task<bool> DeleteAsync(MediaKey key, CancellationToken cancellationToken);

    /// <summary>Deletes every file whose key starts with the prefix and a slash; answers how many there were.</summary>
    Task<int> DeletePrefixAsync(MediaKey prefix, CancellationToken cancellationToken);

    /// <summary>Removes what was left half written and has not been touched for so long; answers how many there were. No file under a key is one.</summary>
    Task<int> RemoveAbandonedAsync(TimeSpan untouchedFor, CancellationToken cancellationToken);
}
