using System.Xml.Linq;
using Reelwright.Media.Art;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Tests.Motifs;

public sealed class MotifTests
{
    private const int Side = 280;

    public static TheoryData<string, string> MotifsInDirections =>
        [.. ArtKit.Motifs.SelectMany(_ => ArtKit.Directions, (motif, direction) => (motif, direction))];

    [Theory]
    [MemberData(nameof(MotifsInDirections))]
    public void A_motif_fills_its_box_and_is_not_cut_off(string motif, string direction)
    {
        var seen = new bool[Side * Side];
        foreach (var layer in Draw(motif, direction).Layers)
        {
            using var sheet = SvgRaster.Render(layer.Svg, Side, Side);
            for (var i = 0; i < Side; i++)
            {
                Alpha(sheet, i, 0).ShouldBe((byte)0, $"{layer.Name}: top edge at {i}");
                Alpha(sheet, i, Side - 1).ShouldBe((byte)0, $"{layer.Name}: bottom edge at {i}");
                Alpha(sheet, 0, i).ShouldBe((byte)0, $"{layer.Name}: left edge at {i}");
                Alpha(sheet, Side - 1, i).ShouldBe((byte)0, $"{layer.Name}: right edge at {i}");
            }

            for (var i = 0; i < seen.Length; i++)
            {
                seen[i] |= Alpha(sheet, i % Side, i / Side) > 100;
            }
        }

        var rows = Enumerable.Range(0, Side).Where(y => seen.AsSpan(y * Side, Side).Contains(true)).ToList();
        var columns = Enumerable.Range(0, Side).Where(x => Enumerable.Range(0, Side).Any(y => seen[(y * Side) + x])).ToList();
        (seen.Count(on => on) / (double)seen.Length).ShouldBeInRange(0.12, 0.80);
        Math.Max(rows[^1] - rows[0], columns[^1] - columns[0]).ShouldBeGreaterThan((int)(Side * 0.62));
        ((columns[0] + columns[^1]) / 2.0 / Side).ShouldBeInRange(0.42, 0.58);
    }

    [Theory]
    [MemberData(nameof(MotifsInDirections))]
    public void A_motif_is_well_formed_without_words_or_outside_references(string motif, string direction)
    {
        var layers = Draw(motif, direction).Layers;

        layers.Count.ShouldBeInRange(1, 3);
        layers.Select(layer => layer.Depth).ShouldBeInOrder();
        foreach (var layer in layers)
        {
            layer.Depth.ShouldBeInRange(0, 1);
            var root = XDocument.Parse(layer.Svg).Root!;
            root.Attribute("viewBox")!.Value.ShouldBe("-560 -560 1120 1120");
            root.Descendants().Select(element => element.Name.LocalName).ShouldNotContain("text");
            var names = root.Descendants().Attributes("id").Select(id => id.Value).ToHashSet();
            foreach (var value in root.Descendants().Attributes().Select(attribute => attribute.Value).Where(value => value.StartsWith("url(", StringComparison.Ordinal)))
            {
                names.ShouldContain(value[5..^1]);
            }

            layer.Svg.ShouldNotContain("href");
            layer.Svg.ShouldNotContain("NaN");
        }
    }

    [Fact]
    public void The_same_spec_is_drawn_the_same_again()
    {
        foreach (var motif in ArtKit.Motifs)
        {
            Draw(motif, "dark_tech").Layers.ShouldBe(Draw(motif, "dark_tech").Layers);
        }
    }

    [Fact]
    public void An_unknown_product_is_drawn_as_abstract() => Draw("zeppelin", "dark_tech").Motif.ShouldBe("abstract");

    [Theory]
    [InlineData("watch")]
    [InlineData("phone")]
    [InlineData("coffee")]
    [InlineData("tea")]
    [InlineData("perfume")]
    [InlineData("fitness")]
    [InlineData("finance")]
    [InlineData("shoe")]
    [InlineData("bakery")]
    [InlineData("smartwatch")]
    [InlineData("abstract")]
    [InlineData("plate")]
    [InlineData("pizza")]
    [InlineData("bowl")]
    [InlineData("icecream")]
    [InlineData("milk")]
    [InlineData("ticket")]
    [InlineData("charity")]
    [InlineData("yoga")]
    [InlineData("jar")]
    [InlineData("chocolate")]
    [InlineData("candle")]
    public void The_plan_s_words_are_all_drawn(string motif) => ArtKit.Motifs.ShouldContain(motif);

    private static Artwork Draw(string motif, string direction) =>
        ArtKit.Create(new ArtSpec { Motif = motif, Direction = direction, Palette = [], Seed = 1 });

    private static byte Alpha(BgraImage sheet, int x, int y) => sheet.Pixels[(y * sheet.Stride) + (x * 4) + 3];
}
