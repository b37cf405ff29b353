using Reelwright.Media.Art;
using Reelwright.Media.Colour;
using Reelwright.Media.Tests.Colour;

namespace Reelwright.Media.Tests.Art;

public sealed class ArtKitTests
{
    public static TheoryData<string> Directions => [.. ArtKit.Directions];

    [Theory]
    [MemberData(nameof(Directions))]
    public void Text_can_be_read_in_any_palette(string direction)
    {
        foreach (var palette in TestPalettes.Palettes(200))
        {
            var art = Create(direction, palette);
            var name = $"{direction} in {string.Join(' ', palette)}";

            Contrast.Ratio(art.AccentInk, art.Accent).ShouldBeGreaterThanOrEqualTo(Contrast.Readable, name);
            foreach (var ink in (Rgb[])[art.Ink, art.InkMuted, art.AccentText])
            {
                Contrast.Ratio(ink, art.Tones.TextGround).ShouldBeGreaterThanOrEqualTo(Contrast.Readable, name);
                Contrast.Ratio(ink, art.ScrimColour).ShouldBeGreaterThanOrEqualTo(Contrast.Readable, name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void Text_can_be_read_where_it_stands_even_without_a_scrim(string direction)
    {
        foreach (var palette in TestPalettes.Palettes(24))
        {
            var art = Create(direction, palette);
            foreach (var (width, height, left, right, top, bottom) in TextAreas)
            {
                for (var scene = 0; scene < 4; scene++)
                {
                    var blobs = art.Blobs(scene, width, height);
                    for (var i = 0; i < 81; i++)
                    {
                        var x = (left + ((right - left) * (i % 9) / 8)) * width;
                        var y = (top + ((bottom - top) * (i / 9) / 8)) * height;
                        var ground = Backdrop.ColourAt(x, y, width, height, art.Tones, blobs);

                        Contrast.Ratio(art.Ink, ground).ShouldBeGreaterThanOrEqualTo(Contrast.Readable, $"{direction} in {string.Join(' ', palette)} at {x:0},{y:0} of {width}x{height}, scene {scene}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void The_brand_s_colour_is_recognised(string direction)
    {
        foreach (var hex in (string[])["#e4002b", "#0a66c2", "#00a862", "#ff6a13", "#7b2cbf"])
        {
            var art = Create(direction, [hex]);
            var brand = OkLab.From(Rgb.Parse(hex));
            var wide = OkLab.From(art.Tones.Wide);

            Math.Abs(Math.IEEERemainder(wide.Hue - brand.Hue, 2 * Math.PI)).ShouldBeLessThan(0.12, $"{direction} in {hex}");
            wide.Chroma.ShouldBeGreaterThan(0.03, $"{direction} in {hex}");
        }
    }

    [Fact]
    public void A_brand_s_accent_is_the_button_s_colour() =>
        Create("dark_tech", ["#101820", "#00c2ff", "#ff5fa2"]).Accent.ToString().ShouldBe("#ff5fa2");

    [Fact]
    public void Pastel_and_natural_are_light_and_tech_is_dark()
    {
        Create("soft_pastel", []).IsLight.ShouldBeTrue();
        Create("natural_organic", []).IsLight.ShouldBeTrue();
        Create("dark_tech", []).IsLight.ShouldBeFalse();
        Create("luxury_minimal", []).IsLight.ShouldBeFalse();
        Create("luxury_minimal", ["#f6f1e7"]).IsLight.ShouldBeTrue();
    }

    [Theory]
    [InlineData("#f9d9e2", "soft_pastel")]
    [InlineData("#2b2b2b", "luxury_minimal")]
    [InlineData("#3f51ff", "dark_tech")]
    [InlineData("#ff4d2e", "bold_pop")]
    [InlineData("#55754a", "natural_organic")]
    [InlineData("no colour", "dark_tech")]
    public void An_unknown_direction_follows_the_palette(string colour, string direction) =>
        Create("baroque", [colour]).Direction.ShouldBe(direction);

    [Fact]
    public void Hostile_palettes_draw_as_if_they_were_empty()
    {
        var hostile = Create("bold_pop", ["#12\"/><image href=\"file:///etc/passwd\"/>", "url(#x)", "\0", "#GGGGGG", new string('#', 100_000)]);

        hostile.Layers.ShouldBe(Create("bold_pop", []).Layers);
    }

    private static (int Width, int Height, double Left, double Right, double Top, double Bottom)[] TextAreas =>
        [(1080, 1920, 0.11, 0.89, 0.58, 0.82), (1920, 1080, 0.05, 0.42, 0.25, 0.85), (1080, 1080, 0.08, 0.92, 0.74, 0.92)];

    private static Artwork Create(string direction, IReadOnlyList<string> palette) =>
        ArtKit.Create(new ArtSpec { Motif = "abstract", Direction = direction, Palette = palette, Seed = 5 });
}
