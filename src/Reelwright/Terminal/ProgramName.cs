namespace Reelwright.Terminal;

/// <summary>How the person called this program, for the commands that messages suggest.</summary>
internal static class ProgramName
{
    /// <summary>Set by <c>run.sh</c>, which stands between.</summary>
    private const string Variable = "REELWRIGHT_COMMAND";

    public static string Value { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "reelwright";

    /// <summary>The whole command, quoted for a shell where it must be.</summary>
    public static string With(params IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote).Prepend(Quote(Value)));

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=')
            ? argument
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
