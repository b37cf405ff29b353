using System.Text.RegularExpressions;

namespace Reelwright.Architecture.Tests;

public sealed partial class InterfaceTests
{
    private const string Decisions = "docs/decisions";

    [Fact]
    public void An_interface_has_two_implementations_or_a_decision_that_names_it()
    {
        var product = Repository.Sources.Where(file => file.IsProduct).ToList();
        var decided = string.Concat(Repository.Files("*.md", Decisions).Select(Repository.Read));
        var unearned =
            from file in product
            from Match declaration in Declaration().Matches(file.Text)
            let name = declaration.Groups["name"].Value
            let implementations = product.Sum(other => Implementations(other.Text, name))
            where implementations < 2 && !Regex.IsMatch(decided, $@"\b{name}\b")
            select $"{name} in {file.Path} has {implementations}, and no record in {Decisions} names it.";

        unearned.ShouldBeEmpty();
    }

    /// <summary>Types whose list of bases, after the colon, has the interface.</summary>
    private static int Implementations(string text, string name) =>
        Regex.Count(text, $@"\b(class|record|struct)\s+\w+[^{{;]*:\s[^{{;]*\b{name}\b");

    [GeneratedRegex(@"^\s*(public |internal |file )?(partial )?interface (?<name>I\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
