namespace Reelwright.MediaFiles;

/// <summary>Operations built on those of the store.</summary>
public static class MediaStoreExtensions
{
    public static async Task<bool> ExistsAsync(this IMediaStore store, MediaKey key, CancellationToken cancellationToken) =>
        await store.LengthAsync(key, cancellationToken) is not null;

    /// <summary>Copies a file out of the store; false when there is none under the key.</summary>
    public static async Task<bool> CopyToFileAsync(
        this IMediaStore store, MediaKey key, string path, CancellationToken cancellationToken)
    {
        await using var media = await store.OpenAsync(key, cancellationToken);
        if (media is null)
        {
            return false;
        }

        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true);
        await media.Content.CopyToAsync(file, cancellationToken);
        return true;
    }

    /// <summary>The whole file in memory, for small ones; null when there is none or it is larger than the limit.</summary>
    public static async Task<byte[]?> ReadSmallAsync(
        this IMediaStore store, MediaKey key, int maxBytes, CancellationToken cancellationToken)
    {
        await using var media = await store.OpenAsync(key, cancellationToken);
        if (media is null || media.Length > maxBytes)
        {
            return null;
        }

        var bytes = new byte[media.Length];
        await media.Content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
