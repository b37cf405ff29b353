using System.Reflection;

namespace Reelwright.Storage;

/// <summary>A migration that the assembly carries.</summary>
internal sealed record EmbeddedScript(string Name, string Text);

/// <summary>The migrations of one database, in the order of their names, which begin with their numbers.</summary>
internal static class EmbeddedScripts
{
    private static readonly Assembly Home = typeof(EmbeddedScripts).Assembly;

    /// <param name="prefix">The resources' common name, with a point at its end.</param>
    public static IReadOnlyList<EmbeddedScript> Under(string prefix) =>
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new EmbeddedScript(name[prefix.Length..], Read(name))),
    ];

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
