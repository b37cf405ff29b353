namespace Reelwright.Media.Film;

/// <summary>A folder of one film's intermediate files, under a name of its own; gone afterwards.</summary>
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
            // A process that was killed a moment ago may still hold a file; the sweep of old work folders takes it.
        }
    }
}
