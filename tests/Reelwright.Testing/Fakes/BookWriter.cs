using System.Text.Json;

namespace Reelwright.Testing.Fakes;

/// <summary>Keeps the book, and beside it the answers that go with its keys.</summary>
internal sealed class BookWriter(string file) : IDisposable
{
    private readonly LineFile book = new(file);
    private readonly LineFile answers = new(file + ".answers");

    /// <summary>The line is with the operating system before the answer that it speaks of leaves.</summary>
    public void Write(BookEntry entry) => book.Write(JsonSerializer.Serialize(entry, FakeJson.Lines.BookEntry));

    public void Keep(KeptAnswer answer) => answers.Write(JsonSerializer.Serialize(answer, FakeJson.Lines.KeptAnswer));

    public string ReadAll() => book.ReadAll();

    public IEnumerable<KeptAnswer> Kept() =>
        answers.ReadAll().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, FakeJson.Lines.KeptAnswer)!);

    public void Clear()
    {
        book.Clear();
        answers.Clear();
    }

    public void Dispose()
    {
        book.Dispose();
        answers.Dispose();
    }
}
