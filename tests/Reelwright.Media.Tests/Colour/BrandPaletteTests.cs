using Reelwright.Media.Colour;

namespace Reelwright.Media.Tests.Colour;

public sealed class BrandPaletteTests
{
    private static readonly BrandPalette Fallback = new(Rgb.Parse("#111111"), Rgb.Parse("#222222"), Rgb.Parse("#333333"));

    [Fact]
    public void Given_colours_are_kept_as_they_are() =>
        BrandPalette.From(["#e4002b", "#ffffff", "#00ff00"], Fallback)
            .ShouldBe(new BrandPalette(Rgb.Parse("#e4002b"), Rgb.Parse("#ffffff"), Rgb.Parse("#00ff00")));

    [Fact]
    public void What_is_no_colour_is_passed_over() =>
        BrandPalette.From(["red", "#e4002b", "url(#x)", "\"/><script>"], Fallback).Primary.ShouldBe(Rgb.Parse("#e4002b"));

    [Fact]
    public void Without_colours_the_direction_has_its_own() => BrandPalette.From([], Fallback).ShouldBe(Fallback);

    [Fact]
    public void A_grey_brand_borrows_its_other_colours() =>
        BrandPalette.From(["#808080"], Fallback).ShouldBe(Fallback with { Primary = Rgb.Parse("#808080") });

    [Fact]
    public void Derived_colours_can_be_told_from_those_given()
    {
        foreach (var colour in TestPalettes.Colours(200).Where(colour => OkLab.From(colour).Chroma > 0.06))
        {
            var palette = BrandPalette.From([colour.ToString()], Fallback);

            OkLab.From(palette.Secondary).DistanceTo(OkLab.From(palette.Primary)).ShouldBeGreaterThan(0.03);
            OkLab.From(palette.Accent).DistanceTo(OkLab.From(palette.Primary)).ShouldBeGreaterThan(0.08);
            OkLab.From(palette.Accent).DistanceTo(OkLab.From(palette.Secondary)).ShouldBeGreaterThan(0.06);
        }
    }
}
