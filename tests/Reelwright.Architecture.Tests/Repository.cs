using System.Runtime.CompilerServices;

namespace Reelwright.Architecture.Tests;

/// <summary>The files of this repository, as they lie on the disk.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>All C# that people wrote, by its path from the root with forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Files("*.cs", "src", "tests", "bench").Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))];

    public static IReadOnlyList<string> Projects { get; } = [.. Files("*.csproj", "src", "tests", "bench")];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        from folder in folders
        let full = Path.Combine(Root, folder)
        where Directory.Exists(full)
        from file in Directory.EnumerateFiles(full, pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules")
        orderby path
        select path;

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(File.Exists(here) ? Path.GetDirectoryName(here)! : AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Reelwright.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No Reelwright.slnx stands above the tests.");
    }
}

/// <summary>A file of C#.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');

    public int Length => Lines.Length - 1;

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>The project that it belongs to: <c>Reelwright.Engine</c>.</summary>
    public string Project => Path.Split('/')[1];
}
