using System.Text.RegularExpressions;

namespace Reelwright.Architecture.Tests;

public sealed partial class SourceFileTests
{
    private const int MostLines = 400;
    private const int ManyLines = 200;

    /// <summary>Files over <see cref="MostLines"/> lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly string[] BannedFolders = ["Helpers", "Utils", "Utilities", "Common", "Managers", "Models", "Misc"];

    [Fact]
    public void No_file_is_too_long_without_a_reason()
    {
        Repository.Sources
            .Where(file => file.Length > MostLines && !LongFiles.ContainsKey(file.Path))
            .Select(file => $"{file.Path}: {file.Length} lines")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nine_files_of_ten_are_short()
    {
        var product = Repository.Sources.Where(file => file.IsProduct).ToList();

        ((double)product.Count(file => file.Length <= ManyLines) / product.Count).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void Folders_are_words_of_the_domain()
    {
        Repository.Sources
            .Where(file => file.Path.Split('/').Intersect(BannedFolders, StringComparer.OrdinalIgnoreCase).Any())
            .Select(file => file.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        var wrong =
            from file in Repository.Sources
            let found = Namespace().Match(file.Text)
            where found.Success
            let wanted = string.Join('.', file.Path.Split('/')[1..^1])
            where found.Groups["name"].Value != wanted
            select $"{file.Path}: {found.Groups["name"].Value}, expected {wanted}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Namespaces_are_file_scoped()
    {
        Repository.Sources.Where(file => BlockNamespace().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_unfinished_or_folded_away()
    {
        Repository.Sources.SelectMany(file => Lines(file, Unfinished())).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_blocks_a_thread_or_escapes_its_caller()
    {
        Repository.Sources.SelectMany(file => Lines(file, Blocking())).ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_skipped()
    {
        Repository.Sources.SelectMany(file => Lines(file, Skipped())).ShouldBeEmpty();
    }

    private static IEnumerable<string> Lines(SourceFile file, Regex pattern) =>
        file.Lines.Select((line, index) => (line, index))
            .Where(entry => pattern.IsMatch(entry.line))
            .Select(entry => $"{file.Path}:{entry.index + 1}: {entry.line.Trim()}");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^namespace [\w.]+\s*$", RegexOptions.Multiline)]
    private static partial Regex BlockNamespace();

    // The brackets keep these patterns from finding themselves.
    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK|X[X]X)\b|NotImplemented[E]xception|^\s*#[r]egion")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\basync [v]oid |\.GetAwaiter\(\)\.[G]etResult\(\)|\.[C]ontinueWith\(")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"\[(Fact|Theory)\([^)]*\bSkip\s*=[^=]")]
    private static partial Regex Skipped();
}
