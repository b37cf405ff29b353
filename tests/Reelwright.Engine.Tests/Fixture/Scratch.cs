namespace Reelwright.Engine.Tests.Fixture;

/// <summary>
/// A folder for a database: in memory where there is such a place, because on a busy disk the syncs of all commits would be most of the
/// time.
/// </summary>
internal sealed class Scratch : IDisposable
{
    private const string InMemory = "/dev/shm";

    private readonly DirectoryInfo folder = Directory.Exists(InMemory)
        ? Directory.CreateDirectory(Path.Combine(InMemory, $"reelwright-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"))
        : Directory.CreateTempSubdirectory("reelwright-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
