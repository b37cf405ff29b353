namespace Reelwright.MediaFiles.Folder;

/// <summary>
/// The store as a folder. A file is written under <c>.incoming</c>, flushed to the disk and renamed atomically.
/// No key reaches <c>.incoming</c>, because no segment of a key starts with a dot.
/// </summary>
public sealed class FolderMediaStore : IMediaStore
{
    private const int BufferSize = 1 << 16;

    private readonly string root;
    private readonly string incoming;
    private readonly TimeProvider time;

    public FolderMediaStore(string folder, TimeProvider time)
    {
        root = Path.GetFullPath(folder);
        incoming = Path.Combine(root, ".incoming");
        this.time = time;
        try
        {
            Directory.CreateDirectory(incoming);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MediaSetupException(
                $"The media folder {root} can't be created or written ({problem.Message.TrimEnd('.')}). "
                + "Make it writable for the user that runs Reelwright, or choose another with MEDIA_FOLDER or --data (DATA_DIR).",
                problem);
        }
    }

    public Task PutAsync(MediaKey key, Stream content, CancellationToken cancellationToken) =>
        PutAsync(key, temporary => CopyAsync(content, temporary, cancellationToken));

    public Task PutFileAsync(MediaKey key, string path, CancellationToken cancellationToken) =>
        PutAsync(key, temporary =>
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The file may be old; without a new time it could be deleted as abandoned before the rename.
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            File.Move(path, temporary);
            using var handle = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
            return Task.CompletedTask;
        });

    public Task<MediaContent?> OpenAsync(MediaKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var file = new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);
            return Task.FromResult<MediaContent?>(new MediaContent(file, File.GetLastWriteTimeUtc(file.SafeFileHandle)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException && !File.Exists(PathOf(key)))
        {
            return Task.FromResult<MediaContent?>(null);
        }
    }

    public Task<long?> LengthAsync(MediaKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = new FileInfo(PathOf(key));
        return Task.FromResult<long?>(file.Exists ? file.Length : null);
    }

    public Task<bool> DeleteAsync(MediaKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(key);
        var exists = File.Exists(path);
        if (exists)
        {
            File.Delete(path);
        }

        return Task.FromResult(exists);
    }

    public Task<int> DeletePrefixAsync(MediaKey prefix, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = PathOf(prefix);
        if (!Directory.Exists(folder))
        {
            return Task.FromResult(0);
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
        Directory.Delete(folder, recursive: true);
        return Task.FromResult(files);
    }

    public Task<int> RemoveAbandonedAsync(TimeSpan untouchedFor, CancellationToken cancellationToken)
    {
        var limit = time.GetUtcNow() - untouchedFor;
        var removed = 0;
        foreach (var file in new DirectoryInfo(incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < limit))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Delete();
            removed++;
        }

        return Task.FromResult(removed);
    }

    private static async Task CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        // Shared for reading: a child process that is started at this moment inherits the handle until its exec, and an exclusive lock
        // would block readers until then.
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize, useAsync: true);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private async Task PutAsync(MediaKey key, Func<string, Task> write)
    {
        var target = PathOf(key);
        var temporary = Path.Combine(incoming, Guid.CreateVersion7(time.GetUtcNow()).ToString("n"));
        try
        {
            await write(temporary);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(temporary, target, overwrite: true);
        }
        catch (IOException exception) when (MediaStoreFullException.IsCausedBy(exception))
        {
            throw new MediaStoreFullException($"the media folder {root}", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string PathOf(MediaKey key)
    {
        var path = Path.GetFullPath(Path.Combine(root, key.Value.Replace('/', Path.DirectorySeparatorChar)));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException($"The key '{key}' leaves the media folder.");
    }
}
