using System.Xml.Linq;

namespace Reelwright.Architecture.Tests;

public sealed class DependencyTests
{
    private const string Table = "docs/architecture.md";

    [Fact]
    public void Every_project_references_exactly_what_the_table_allows()
    {
        var allowed = ReadTable();
        var differences =
            from path in Repository.Projects
            where path.StartsWith("src/", StringComparison.Ordinal)
            let project = Path.GetFileNameWithoutExtension(path)
            let wanted = allowed.GetValueOrDefault(project)
            let found = References(path)
            where wanted is null || !found.SetEquals(wanted)
            select wanted is null
                ? $"{project} is not in the table of {Table}."
                : $"{project} references [{string.Join(", ", found.Order())}], the table says [{string.Join(", ", wanted.Order())}].";

        differences.ShouldBeEmpty();
    }

    [Fact]
    public void The_table_names_no_project_that_is_gone()
    {
        var projects = Repository.Projects.Select(Path.GetFileNameWithoutExtension);

        ReadTable().Keys.Except(projects).ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_known_to_the_product()
    {
        Repository.Projects
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(References)
            .Where(name => name.EndsWith("Tests", StringComparison.Ordinal) || name == "Reelwright.Testing")
            .ShouldBeEmpty();
    }

    private static HashSet<string> References(string path) =>
        [.. XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];

    /// <summary>Rows such as <c>| Reelwright.Storage | what it is | Contracts, Engine |</c>.</summary>
    private static Dictionary<string, HashSet<string>> ReadTable()
    {
        var rows =
            from line in Repository.Read(Table).Split('\n')
            let cells = line.Split('|', StringSplitOptions.TrimEntries)
            where cells.Length == 5 && (cells[1] == "Reelwright" || cells[1].StartsWith("Reelwright.", StringComparison.Ordinal))
            select (Project: cells[1], Knows: cells[3]);
        var table = rows.ToDictionary(
            row => row.Project,
            row => row.Knows == "nothing" ? [] : row.Knows.Split(", ").Select(name => $"Reelwright.{name}").ToHashSet());
        table.ShouldNotBeEmpty($"{Table} has no table of projects.");
        return table;
    }
}
