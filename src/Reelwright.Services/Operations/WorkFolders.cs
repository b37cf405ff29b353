using System.Collections.Concurrent;

namespace Reelwright.Services.Operations;

/// <summary>
/// Folders for work in progress, <c>{DATA_DIR}/work/{service}/{work}</c>. What a killed process left there is removed at the start; what could not
/// be removed with its work, because a dying child still wrote into it, is swept later.
/// </summary>
public sealed class WorkFolders
{
    private readonly ConcurrentDictionary<string, WorkFolder> inUse = new(StringComparer.Ordinal);
    private readonly string root;
    private readonly TimeProvider time;

    /// <param name="root">Where the folders are.</param>
    /// <param name="store">Open, and so ours alone: nobody else is at work in there.</param>
    /// <param name="time">Says how old a folder is.</param>
    public WorkFolders(string root, OperationStore store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.root = Path.GetFullPath(root);
        this.time = time;
        TryRemove(this.root);
    }

    /// <param name="name">Of one piece of work; what an earlier try at the same has left goes.</param>
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

    /// <summary>Removes what nobody uses and nobody has written into for so long; answers how many folders.</summary>
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

/// <summary>One folder, gone with its work.</summary>
public sealed class WorkFolder(string path, Action<string> release) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose() => release(Path);
}
