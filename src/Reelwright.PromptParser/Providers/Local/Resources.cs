namespace Reelwright.PromptParser.Providers.Local;

/// <summary>The planner's word lists and line banks: text files embedded in the assembly.</summary>
internal static class Resources
{
    private const string Prefix = "Planner/";

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The resource {Prefix}{name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Names below a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        [.. typeof(Resources).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + folder, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal)];
}
