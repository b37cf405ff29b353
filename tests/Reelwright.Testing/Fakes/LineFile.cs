using System.Text;

namespace Reelwright.Testing.Fakes;

/// <summary>A file that lines are appended to; each is with the operating system when <see cref="Write"/> returns.</summary>
internal sealed class LineFile(string file) : IDisposable
{
    private readonly Lock gate = new();
    private FileStream stream = Open(file, FileMode.Append);

    public void Write(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (gate)
        {
            stream.Write(bytes);
            stream.Flush();
        }
    }

    public string ReadAll()
    {
        lock (gate)
        {
            using var reader = OpenReader(file);
            return reader.ReadToEnd();
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            stream.Dispose();
            stream = Open(file, FileMode.Create);
        }
    }

    public void Dispose() => stream.Dispose();

    /// <summary>Reads what another process may be writing.</summary>
    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var reader = OpenReader(file);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static StreamReader OpenReader(string file) => new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));

    private static FileStream Open(string file, FileMode mode) => new(file, mode, FileAccess.Write, FileShare.ReadWrite);
}
