using Reelwright.Media.Tests.Film;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Text;

/// <summary>Sets texts in the real fonts.</summary>
internal static class TypeBench
{
    public static async Task<Typesetter> TypesetterAsync(string? language = null) =>
        new(FilmLab.Fonts, await FilmLab.Fonts.CatalogueAsync(TestContext.Current.CancellationToken), language);

    public static async Task<TextBlock> HeadlineAsync(string text, double width = 840, double height = 260, double size = 88) =>
        (await TypesetterAsync()).Set(text, TextLook.Headline(size), width, height).ShouldNotBeNull();

    public static IReadOnlyList<string> Lines(this TextBlock block) =>
        [.. block.Lines.Select(line => string.Concat(line.Units.Select((unit, at) => (at > 0 && unit.SpaceBefore ? " " : "") + unit.Text)))];
}
