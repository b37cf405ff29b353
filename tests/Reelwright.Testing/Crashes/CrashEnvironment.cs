namespace Reelwright.Testing.Crashes;

/// <summary>The environment that makes a reelwright process kill itself at a point, and the proof that it did.</summary>
public sealed class CrashEnvironment(string name, int hit) : IDisposable
{
    private readonly string mark = Path.Combine(Path.GetTempPath(), $"reelwright-crash-{Path.GetRandomFileName()}");

    /// <summary>Takes all of it away again, for the next life.</summary>
    public static IReadOnlyDictionary<string, string?> None { get; } = new Dictionary<string, string?>
    {
        ["DOTNET_STARTUP_HOOKS"] = null,
        [CrashPoint.Variable] = null,
        [CrashPoint.MarkVariable] = null,
    };

    public IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(CrashEnvironment).Assembly.Location,
        [CrashPoint.Variable] = $"{name}:{hit}",
        [CrashPoint.MarkVariable] = mark,
    };

    public bool WasReached => File.Exists(mark);

    public void Dispose() => File.Delete(mark);
}
