using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Reelwright.Terminal;

/// <summary>Reads what was typed, and says in our words what it should have been.</summary>
internal static class TypedText
{
    public static T? Number<T>(ArgumentResult typed)
        where T : struct, INumber<T>
    {
        var text = typed.Tokens[0].Value;

        // No thousands: 2,50 would be 250.
        if (T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var name = typed.Parent is OptionResult { Option.Name: var option } ? $"{option}: " : string.Empty;
        typed.AddError($"{name}'{text}' is not a {(typeof(T) == typeof(int) ? "whole number" : "number such as 2.50")}.");
        return null;
    }

    /// <summary>Items with commas between them, and the option as often as one likes.</summary>
    public static string[] List(ArgumentResult typed) =>
        [.. typed.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>A variable that was never set gives an empty argument, which is no wish.</summary>
    public static void NotEmpty(ArgumentResult typed)
    {
        if (typed.Tokens is [var only] && string.IsNullOrWhiteSpace(only.Value))
        {
            typed.AddError($"The {typed.Argument.Name} is empty.");
        }
    }
}
