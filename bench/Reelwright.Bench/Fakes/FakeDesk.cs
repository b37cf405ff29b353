namespace Reelwright.Bench.Fakes;

/// <summary>What the four services share.</summary>
internal sealed class FakeDesk(TimeProvider time)
{
    public TimeProvider Time => time;

    public Book Book { get; private set; } = new(time);

    public FakeOperations Operations { get; private set; } = new();

    public FakeSettings Settings { get; set; } = new();

    /// <summary>Starts with an empty book. What is still under way goes into the old one.</summary>
    public void Begin(FakeSettings settings)
    {
        Book = new Book(time);
        Operations = new FakeOperations();
        Settings = settings;
    }
}
