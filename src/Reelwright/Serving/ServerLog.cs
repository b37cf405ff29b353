namespace Reelwright.Serving;

/// <summary>What a child server prints: all of it in a file, the end of it at hand.</summary>
internal sealed class ServerLog(string path) : IDisposable
{
    private const int Kept = 12;

    private readonly Lock gate = new();
    private readonly Queue<string> last = new();
    private readonly StreamWriter file = new(path, append: false) { AutoFlush = true };
    private bool closed;

    public string Path => path;

    public string LastLines
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', last);
            }
        }
    }

    public void Write(string? line)
    {
        lock (gate)
        {
            if (line is null || closed)
            {
                return;
            }

            file.WriteLine(line);
            last.Enqueue(line);
            if (last.Count > Kept)
            {
                last.Dequeue();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            file.Dispose();
        }
    }
}
