namespace Reelwright.Simulation.Scheduling;

/// <summary>SplitMix64: the same seed gives the same numbers on every runtime.</summary>
internal sealed class SimRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>One number from two: draws that depend on what they are for, and not on the draws before them.</summary>
    public static ulong Mix(ulong seed, ulong salt) => new SimRandom(seed ^ (salt * 0xD6E8FEB86659FD93)).Next();

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public double Between(double least, double most) => least + ((most - least) * Unit());

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
