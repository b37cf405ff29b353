namespace Reelwright.Bench.Reporting;

/// <summary>One row of the table.</summary>
/// <param name="Text">What it is, with its unit.</param>
/// <param name="Digits">After the decimal point.</param>
/// <param name="Bar">What it has to reach; null when nothing is asked of it.</param>
internal sealed record Figure(string Text, int Digits, Bar? Bar = null);

/// <summary>What a figure has to reach.</summary>
/// <param name="IsMet">Null when it can't be judged here.</param>
internal sealed record Bar(string Text, Func<double, bool>? IsMet)
{
    public static Bar Below(double most) => new($"< {most}", value => value < most);

    public static Bar Above(double least) => new($"> {least:#,0.##}", value => value > least);

    public static Bar None { get; } = new("0", value => value == 0);

    /// <summary>Against a system that this bench does not run.</summary>
    public static Bar Elsewhere(string text) => new(text, null);
}
