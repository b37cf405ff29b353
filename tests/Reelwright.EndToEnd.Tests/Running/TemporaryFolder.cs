namespace Reelwright.EndToEnd.Tests.Running;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    // A space in the path, because people have them.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reelwright e2e ");

    public string Path => folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);
}
