namespace Reelwright.Media.Film;

/// <summary>A folder for the intermediate files of one film, with a unique name; it is deleted afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => Path = path;

    public string Path { get; }

    public static WorkFolder Create(string parent)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(path);
        return new WorkFolder(path);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may still hold a file. The sweep of old work folders deletes it later.
        }
    }
}
