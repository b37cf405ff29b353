namespace Reelwright.Bench.Load;

/// <summary>Times of many questions, or of many jobs.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] sorted = [.. times.Order()];

    public int Count => sorted.Length;

    /// <summary>Milliseconds under which this share lies, from 0 to 1.</summary>
    public double At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)].TotalMilliseconds;
}
