namespace Reelwright.Services.Operations;

/// <summary>Folders for work in progress, <c>{DATA_DIR}/work/{service}/{operation}</c>. What a killed process left there is removed at the start.</summary>
public sealed class WorkFolders
{
    private readonly string root;

    /// <param name="root">Where the folders are.</param>
    /// <param name="store">Open, and so ours alone: nobody else is at work in there.</param>
    public WorkFolders(string root, OperationStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.root = Path.GetFullPath(root);
        Remove(this.root);
    }

    public WorkFolder Create(string operationId)
    {
        var path = Path.Combine(root, operationId);
        Remove(path);
        Directory.CreateDirectory(path);
        return new WorkFolder(path);
    }

    internal static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}

/// <summary>One folder, gone with its work.</summary>
public sealed class WorkFolder(string path) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose() => WorkFolders.Remove(Path);
}
