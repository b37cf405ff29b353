namespace Reelwright.Bench.Fakes;

/// <summary>What goes with a key.</summary>
/// <param name="Number">Of the operation, for whoever answers 202.</param>
internal sealed record Sale(int Number, long AskedAt)
{
    public bool IsSettled { get; set; }
}
