using System.Text;
using System.Text.Json;

namespace Reelwright.Testing.Fakes;

/// <summary>Appends to the book; a line is with the operating system before the answer that it speaks of leaves.</summary>
internal sealed class BookWriter(string file) : IDisposable
{
    private readonly Lock gate = new();
    private FileStream stream = Open(file, FileMode.Append);

    public void Write(BookEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, FakeJson.Lines.BookEntry) + "\n");
        lock (gate)
        {
            stream.Write(line);
            stream.Flush();
        }
    }

    public string ReadAll()
    {
        lock (gate)
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
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

    private static FileStream Open(string file, FileMode mode) => new(file, mode, FileAccess.Write, FileShare.ReadWrite);
}
