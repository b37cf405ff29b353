using System.Text.RegularExpressions;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>
/// Where a plan that is not ours wants a text, such as <c>top</c>, <c>center</c>, <c>bottom-left</c> or <c>lower third</c>: a third of the safe box, and the
/// side on which its lines are held.
/// </summary>
internal sealed partial record TextPlace(Stack Stack, Side Side)
{
    /// <summary>Null for words that say no place, among them our own: those stand where a headline does.</summary>
    public static TextPlace? Read(string position)
    {
        var words = Words().Matches(position.ToUpperInvariant()).Select(match => match.Value).ToHashSet();
        Stack? stack = words.Overlaps(["TOP", "UPPER", "ABOVE"]) ? Stack.Down
            : words.Overlaps(["BOTTOM", "LOWER", "BELOW", "FOOTER"]) ? Stack.Up
            : words.Overlaps(["CENTER", "CENTRE", "MIDDLE", "CENTERED", "LEFT", "RIGHT"]) ? Stack.Around
            : null;
        var side = words.Contains("LEFT") ? Side.Left : words.Contains("RIGHT") ? Side.Right : Side.Centre;
        return stack is { } known ? new TextPlace(known, side) : null;
    }

    /// <summary>Its third of the safe box. Thirds do not meet.</summary>
    public Box In(Box safe)
    {
        var height = safe.Height * 0.31;
        return Stack switch
        {
            Stack.Down => safe with { Height = height },
            Stack.Up => safe with { Y = safe.Bottom - height, Height = height },
            _ => safe with { Y = safe.CentreY - (height / 2), Height = height },
        };
    }

    [GeneratedRegex("[A-Z]+")]
    private static partial Regex Words();
}

/// <summary>From where texts that stand below each other fill their box.</summary>
internal enum Stack
{
    /// <summary>From its top.</summary>
    Down,

    /// <summary>Around its middle.</summary>
    Around,

    /// <summary>So that the last one stands at its foot.</summary>
    Up,
}

/// <summary>The side on which lines are held.</summary>
internal enum Side
{
    /// <summary>Where reading begins.</summary>
    Start,
    Left,
    Centre,
    Right,
}
