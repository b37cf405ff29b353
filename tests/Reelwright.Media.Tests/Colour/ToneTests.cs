using Reelwright.Media.Colour;

namespace Reelwright.Media.Tests.Colour;

public sealed class ToneTests
{
    [Fact]
    public void OkLab_and_back_is_the_same_colour()
    {
        foreach (var colour in TestPalettes.Colours(2000))
        {
            OkLab.From(colour).ToRgb().ToString().ShouldBe(colour.ToString());
        }
    }

    [Fact]
    public void OkLab_agrees_with_its_author()
    {
        var red = OkLab.From(Rgb.Parse("#ff0000"));

        red.L.ShouldBe(0.62796, 0.0001);
        red.A.ShouldBe(0.22486, 0.0001);
        red.B.ShouldBe(0.12585, 0.0001);
    }

    [Fact]
    public void A_tone_has_the_lightness_that_was_asked_for_and_keeps_its_hue_when_chroma_gives_way()
    {
        foreach (var colour in TestPalettes.Colours(200).Where(colour => OkLab.From(colour).Chroma > 0.05))
        {
            foreach (var lightness in (double[])[0.15, 0.4, 0.65, 0.9])
            {
                var tone = OkLab.From(Tone.Of(colour, lightness, 1.5));

                tone.L.ShouldBe(lightness, 0.012);
                // How far a turn of the hue moves a colour; 0.02 is just visible.
                (tone.Chroma * Math.Abs(Math.IEEERemainder(tone.Hue - OkLab.From(colour).Hue, 2 * Math.PI))).ShouldBeLessThan(0.004);
            }
        }
    }

    [Fact]
    public void A_mix_runs_from_one_colour_to_the_other()
    {
        Rgb from = Rgb.Parse("#5b4bff"), to = Rgb.Parse("#ffd23f");

        Tone.Mix(from, to, 0).ToString().ShouldBe("#5b4bff");
        Tone.Mix(from, to, 1).ToString().ShouldBe("#ffd23f");
        OkLab.From(Tone.Mix(from, to, 0.5)).L.ShouldBe((OkLab.From(from).L + OkLab.From(to).L) / 2, 0.02);
    }
}
