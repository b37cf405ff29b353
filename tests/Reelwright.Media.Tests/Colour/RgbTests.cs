using Reelwright.Media.Colour;

namespace Reelwright.Media.Tests.Colour;

public sealed class RgbTests
{
    [Theory]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#5b4bff")]
    [InlineData("#0a8f6a")]
    public void A_colour_survives_being_read_and_written(string hex) => Rgb.Parse(hex).ToString().ShouldBe(hex);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#fff")]
    [InlineData("red")]
    [InlineData("#12345g")]
    [InlineData("# 12345")]
    [InlineData("#+12345")]
    [InlineData("#1234567")]
    [InlineData("\"/><s>")]
    [InlineData("#12\"/>")]
    [InlineData("#१२३४५६")]
    public void Anything_but_six_hex_digits_is_no_colour(string? text) => Rgb.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_agrees_with_published_figures(string one, string other, double ratio) =>
        Contrast.Ratio(Rgb.Parse(one), Rgb.Parse(other)).ShouldBe(ratio, 0.01);

    [Fact]
    public void An_ink_is_moved_until_it_can_be_read_on_any_ground()
    {
        foreach (var ground in TestPalettes.Colours(300))
        {
            foreach (var ink in TestPalettes.Colours(5))
            {
                Contrast.Ratio(Contrast.Readably(ink, ground), ground).ShouldBeGreaterThanOrEqualTo(Contrast.Readable);
            }
        }
    }
}
