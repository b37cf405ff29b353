namespace Reelwright.EndToEnd.Tests.Running;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    // A space in the path, because people have them.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reelwright e2e ");

    public string Path => folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>A server that ends with its last command may still write for a moment.</summary>
    public void Dispose()
    {
        if (!SpinWait.SpinUntil(IsDeleted, TimeSpan.FromSeconds(30)))
        {
            folder.Delete(recursive: true);
        }
    }

    private bool IsDeleted()
    {
        try
        {
            folder.Delete(recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
