using System.Text;
using Reelwright.Media.Tests.Film;
using Reelwright.Media.Text;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Tests.Text;

public sealed class FontTests
{
    [Fact]
    public async Task Widths_come_from_the_font_file()
    {
        var font = (await CatalogueAsync()).Find("Inter", 400).ShouldNotBeNull().Font.ShouldNotBeNull();

        font.Advance(new Rune('i')).ShouldBeInRange(0.2, 0.3);
        font.Advance(new Rune('W')).ShouldBeInRange(0.85, 1.1);
        font.Draws(new Rune('é')).ShouldBeTrue();
        font.Draws(new Rune('茶')).ShouldBeFalse();
        (font.Ascent + font.Descent).ShouldBeInRange(1.1, 1.4);
    }

    [Fact]
    public async Task A_face_inside_a_collection_is_read_too()
    {
        var font = (await CatalogueAsync()).Find("Noto Sans CJK KR", 700).ShouldNotBeNull().Font.ShouldNotBeNull();

        font.Advance(new Rune('茶')).ShouldBe(1);
        font.Draws(new Rune(0x20BB7)).ShouldBeTrue("characters beyond 16 bits are in the 32 bit map");
    }

    [Theory]
    [InlineData("Hello", "Inter")]
    [InlineData("Привет", "Inter")]
    [InlineData("抹茶", "Noto Sans CJK SC")]
    [InlineData("ساعة", "Noto Sans Arabic")]
    [InlineData("שעון", "Noto Sans Hebrew")]
    [InlineData("घड़ी", "Noto Sans Devanagari")]
    [InlineData("นาฬิกา", "Noto Sans Thai")]
    [InlineData("ሰዓት", "Noto Sans Ethiopic")]
    public async Task Each_script_has_its_own_font(string text, string family)
    {
        var block = (await TypeBench.TypesetterAsync()).Set(text, TextLook.Subline(40), 800, 100).ShouldNotBeNull();

        block.Lines.SelectMany(line => line.Units).SelectMany(unit => unit.Runs).Select(run => run.Face.Family).Distinct().ShouldBe([family]);
    }

    [Theory]
    [InlineData("ja", "抹茶", "Noto Sans CJK JP")]
    [InlineData("ko", "抹茶", "Noto Sans CJK KR")]
    [InlineData("zh-Hant", "抹茶", "Noto Sans CJK TC")]
    [InlineData(null, "抹茶ラテ", "Noto Sans CJK JP")]
    public async Task Han_characters_take_the_form_of_their_language(string? language, string text, string family)
    {
        var block = (await TypeBench.TypesetterAsync(language)).Set(text, TextLook.Subline(40), 800, 100).ShouldNotBeNull();

        block.Lines[0].Units[0].Runs[0].Face.Family.ShouldBe(family);
    }

    [Fact]
    public async Task A_mixed_text_is_set_in_several_fonts()
    {
        var block = (await TypeBench.TypesetterAsync()).Set("Matcha 抹茶", TextLook.Headline(80), 800, 100).ShouldNotBeNull();

        block.Lines[0].Units.SelectMany(unit => unit.Runs).Select(run => run.Face.Family).Distinct().ShouldBe(["Inter Display", "Noto Sans CJK SC"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("🎉🔥👨‍👩‍👧‍👦🇫🇷")]
    [InlineData("🎉!🎉")]
    [InlineData("\uE000\uFFFD\uD800")]
    public async Task What_cannot_be_drawn_is_left_out(string text) =>
        (await TypeBench.TypesetterAsync()).Set(text, TextLook.Headline(80), 800, 100).ShouldBeNull();

    [Fact]
    public async Task What_no_font_draws_and_emoji_are_left_out_and_named()
    {
        var inter = (await CatalogueAsync()).Find("Inter", 500)!;
        var typesetter = new Typesetter(new FontLibrary(FilmLab.Process(new())), FontCatalogue.Parse($"{inter.FilePath}\t0\t100\tInter"), null);

        var block = typesetter.Set("Tea 茶 now 🎉", TextLook.Subline(80), 800, 100).ShouldNotBeNull();

        block.Lines().ShouldBe(["Tea now"]);
        typesetter.Warnings.Select(warning => warning.Code).ShouldBe(["GLYPHS_MISSING", "EMOJI_LEFT_OUT"]);
        typesetter.Warnings[0].Message.ShouldStartWith("'茶' was left out of 'Tea 茶 now 🎉': no installed font draws it.");
        typesetter.Warnings[1].Message.ShouldStartWith("The emoji '🎉' of 'Tea 茶 now 🎉' were left out");
    }

    [Theory]
    [InlineData("Sale 🎉 now", "Sale now")]
    [InlineData("One\u0000two\u001b[31m", "Onetwo[31m")]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("1️⃣ first", "1 first")]
    [InlineData("  many \r\n  spaces ", "many spaces")]
    [InlineData("👩‍👩‍👧 Family 🐪 Tours 🇩🇪", "Family Tours")]
    [InlineData("I ❤️‍🔥 it", "I ❤ it")]
    [InlineData("50\u00A0% off", "50\u00A0% off")]
    [InlineData("क्\u200Dष", "क्\u200Dष")]
    public void Controls_and_emoji_leave_no_trace(string text, string cleaned) => TextCleaner.Clean(text).ShouldBe(cleaned);

    [Fact]
    public void A_listing_of_fonts_is_read_and_oddities_are_skipped()
    {
        var catalogue = FontCatalogue.Parse(
            "/f/A.otf\t0\t205\tInter,Inter Extra Bold\n/f/B.ttf\t0\t80\tInter\n/f/C.pcf.gz\t0\t80\tFixed\n/f/V.ttf\t65536\t80\tVariable\n/f/W.ttf\t0\t[40 210]\tVariable\nnonsense\n");

        catalogue.Find("inter", 800).ShouldNotBeNull().FilePath.ShouldBe("/f/A.otf");
        catalogue.Find("Inter", 800)!.Weight.ShouldBe(800);
        catalogue.Find("Inter", 500)!.FilePath.ShouldBe("/f/B.ttf");
        catalogue.Find("Fixed", 400).ShouldBeNull();
        catalogue.Find("Variable", 400).ShouldBeNull();
    }

    [Fact]
    public void A_file_that_is_no_font_draws_nothing()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "not a font at all, whatever its name says");

        new FontFace("Broken", 400, path, 0).Font.ShouldBeNull();
        File.Delete(path);
    }

    private static Task<FontCatalogue> CatalogueAsync() => FilmLab.Fonts.CatalogueAsync(TestContext.Current.CancellationToken);
}
