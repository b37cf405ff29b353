namespace Reelwright.Media.Frames;

/// <summary>A texel coordinate along a row.</summary>
internal readonly record struct TexelWalk(double Start, double Step)
{
    /// <summary>
    /// Fraction bits of a fixed-point position: up to 8192 texels, and an error below 0.01 texel at the end of a long row.
    /// </summary>
    public const int Bits = 18;

    public int FixedStep => (int)Math.Round(Step * (1 << Bits));

    public int Fixed(int sample) => (int)Math.Floor((Start + (Step * sample)) * (1 << Bits));

    /// <summary>The samples whose texel and its next neighbour lie inside.</summary>
    public (int Start, int End) Inside(int start, int end, int low, int high)
    {
        // A margin covers the rounding of the fixed-point step.
        var (least, most) = (low + 0.02, high - 1.02);
        if (least >= most)
        {
            return (0, 0);
        }

        if (Math.Abs(Step) < 1e-9)
        {
            return Start >= least && Start < most ? (start, end) : (0, 0);
        }

        var (a, b) = ((least - Start) / Step, (most - Start) / Step);
        if (a > b)
        {
            (a, b) = (b, a);
        }

        return (Math.Max(start, (int)Math.Ceiling(Math.Max(a, -1))), Math.Min(end, (int)Math.Floor(Math.Min(b, end)) + 1));
    }
}
