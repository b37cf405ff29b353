using System.Runtime.CompilerServices;

namespace Reelwright.PromptParser.Tests.Providers.Local;

/// <summary>The table of <c>docs/gallery.md</c> is what the planner understands of its prompts.</summary>
public sealed class GalleryTests
{
    private const int Films = 12;

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var cells in File.ReadLines(PathOf("docs/gallery.md")).Select(Cells).Where(cells => cells.Length == 9 && int.TryParse(cells[0], out _)))
        {
            rows.Add(cells[1], string.Join(" | ", cells[5..9]));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_planner_finds_product_brand_audience_and_art_direction(string prompt, string expected)
    {
        var brief = Plans.Brief(prompt);
        var product = brief.Product.Phrase == brief.Brand ? null : brief.Product.Phrase;
        var style = Plans.Plan(prompt).VisualDirection!.Style;

        string.Join(" | ", new[] { product, brief.Brand, brief.Audience, style }.Select(part => part ?? "-")).ShouldBe(expected);
    }

    [Fact]
    public void Every_film_of_the_gallery_has_its_contact_sheet()
    {
        Rows().Count.ShouldBe(Films);
        for (var number = 1; number <= Films; number++)
        {
            var sheet = new FileInfo(PathOf($"docs/gallery/{number}.jpg"));
            sheet.Exists.ShouldBeTrue(sheet.Name);
            sheet.Length.ShouldBeInRange(10_000, 200_000, sheet.Name);
        }
    }

    private static string[] Cells(string line) => line.StartsWith('|') ? [.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries)] : [];

    private static string PathOf(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../..", path));
}
