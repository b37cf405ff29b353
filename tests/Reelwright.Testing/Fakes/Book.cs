using System.Text.Json;

namespace Reelwright.Testing.Fakes;

/// <summary>
/// What the fake services wrote down, and the judgement on it: the one witness that the system under test can't talk into anything.
/// </summary>
public sealed class Book(IReadOnlyList<BookEntry> entries)
{
    public IReadOnlyList<BookEntry> Entries { get; } = entries;

    public IEnumerable<BookEntry> Asked => Of(BookEvent.Asked);

    public IEnumerable<BookEntry> Bought => Of(BookEvent.Bought);

    /// <summary>Sum of what was charged, in US dollars.</summary>
    public decimal Charged => Entries.Where(entry => entry.Event is BookEvent.Bought or BookEvent.Failed).Sum(entry => entry.Cost)
        - Of(BookEvent.Refunded).Sum(entry => entry.Cost);

    /// <summary>Each (job, stage, scene) that was bought more than once, in words; empty when nothing was.</summary>
    public IReadOnlyList<string> BoughtTwice =>
    [
        .. Bought.GroupBy(entry => (entry.Job, entry.Stage, entry.Scene))
            .Where(group => group.Count() - Of(BookEvent.Refunded).Count(refund => (refund.Job, refund.Stage, refund.Scene) == group.Key) > 1)
            .Select(group => $"{group.Key.Job} {group.Key.Stage} {group.Key.Scene}: {group.Count()} times, keys {string.Join(", ", group.Select(entry => entry.Key))}"),
    ];

    public Book For(string job) => new([.. Entries.Where(entry => entry.Job == job)]);

    /// <summary>A last line that is still being written is left out.</summary>
    public static Book Parse(string lines) => new(
        [.. lines[..(lines.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, FakeJson.Lines.BookEntry)!)]);

    private IEnumerable<BookEntry> Of(BookEvent kind) => Entries.Where(entry => entry.Event == kind);
}
