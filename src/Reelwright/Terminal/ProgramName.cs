namespace Reelwright.Terminal;

/// <summary>How the person called this program, for the commands that messages suggest.</summary>
internal static class ProgramName
{
    /// <summary>Set by <c>run.sh</c>, which starts this program.</summary>
    private const string Variable = "REELWRIGHT_COMMAND";

    private const string Short = "reelwright";

    /// <summary>The words that start this program again.</summary>
    public static IReadOnlyList<string> Executable { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, $"{Short}.dll")]
        : [Environment.ProcessPath!];

    /// <summary>As it can be typed again, quoted for a shell where it must be.</summary>
    public static string Value { get; } = Find();

    /// <summary>The whole command, quoted for a shell where it must be.</summary>
    public static string With(params IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote).Prepend(Value));

    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=')
            ? argument
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>The short name works only where the shell finds this very program by it.</summary>
    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name)
        {
            return Quote(name);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var found = folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, Short)).FirstOrDefault(File.Exists);
        var target = found is null ? null : new FileInfo(found).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(found);
        return target == Executable[0] ? Short : string.Join(' ', Executable.Select(Quote));
    }
}
