using System.Collections.Concurrent;

namespace Reelwright.Services.Operations;

/// <summary>
/// Folders for work in progress, <c>{DATA_DIR}/work/{service}/{work}</c>. Leftovers of a killed process are removed at the start. A folder
/// that could not be removed, because a child process still wrote into it, is removed later.
/// </summary>
public sealed class WorkFolders
{
    private readonly ConcurrentDictionary<string, WorkFolder> inUse = new(StringComparer.Ordinal);
    private readonly string root;
    private readonly TimeProvider time;

    /// <param name="root">Where the folders are.</param>
    /// <param name="store">Must be open: its lock ensures that no other process uses the folders.</param>
    /// <param name="time">Source of the current time, for the age of a folder.</param>
    public WorkFolders(string root, OperationStore store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.root = Path.GetFullPath(root);
        this.time = time;
        TryRemove(this.root);
    }

    /// <param name="name">Name of the work. Files of an earlier attempt are deleted.</param>
    public WorkFolder Create(string name)
    {
        var path = Path.Combine(root, name);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        return inUse[path] = new WorkFolder(path, Release);
    }

    /// <summary>Removes folders that are not in use and were not written to for the given time, and returns their number.</summary>
    public int Sweep(TimeSpan untouchedFor)
    {
        var limit = time.GetUtcNow() - untouchedFor;
        return Directory.Exists(root)
            ? Directory.GetDirectories(root).Count(path => !inUse.ContainsKey(path) && Directory.GetLastWriteTimeUtc(path) < limit && TryRemove(path))
            : 0;
    }

    private void Release(string path)
    {
        TryRemove(path);
        inUse.TryRemove(path, out _);
    }

    private static bool TryRemove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>One folder, deleted when disposed.</summary>
public sealed class WorkFolder(string path, Action<string> release) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose() => release(Path);
}
