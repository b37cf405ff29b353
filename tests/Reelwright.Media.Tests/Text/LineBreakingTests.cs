using Reelwright.Media.Writing;

namespace Reelwright.Media.Tests.Text;

public sealed class LineBreakingTests
{
    [Theory]
    [InlineData("Your day, finally in sync.", "Your day,|finally in sync.")]
    [InlineData("Titanium. Feather light.", "Titanium.|Feather light.")]
    [InlineData("Aurora", "Aurora")]
    [InlineData("Wooden toys by Tumble & Company", "Wooden toys by|Tumble & Company")]
    [InlineData("Для дома и семьи каждый день", "Для дома и семьи|каждый день")]
    [InlineData("Le pain de Lyon, prêt à l'aube chaque matin !", "Le pain de Lyon,|prêt à l'aube|chaque matin !")]
    [InlineData("新しい抹茶ラテで、静かな朝を始めよう。", "新しい抹茶ラテで、|静かな朝を始めよう。")]
    public async Task A_headline_breaks_where_a_reader_pauses(string text, string lines) =>
        string.Join('|', (await TypeBench.HeadlineAsync(text)).Lines()).ShouldBe(lines);

    [Fact]
    public async Task No_line_is_wider_than_its_box_and_no_block_higher()
    {
        foreach (var text in (string[])["A", "Every ring tells your story, every single day of the year", "Donaudampfschifffahrtsgesellschaftskapitän fährt", string.Concat(Enumerable.Repeat("word ", 90))])
        {
            var block = await TypeBench.HeadlineAsync(text, 500, 200);

            block.Lines.Count.ShouldBeLessThanOrEqualTo(3);
            block.Width.ShouldBeLessThanOrEqualTo(500);
            block.Height.ShouldBeLessThanOrEqualTo(200);
        }
    }

    [Fact]
    public async Task No_short_word_is_left_alone_on_the_last_line()
    {
        var block = await TypeBench.HeadlineAsync("The quickest way to get your coffee to go", 700, 300);

        block.Lines[^1].Units.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_long_word_shrinks_until_it_fits()
    {
        var block = await TypeBench.HeadlineAsync("Donaudampfschifffahrtsgesellschaftskapitän");

        block.Lines().ShouldBe(["Donaudampfschifffahrtsgesellschaftskapitän"]);
        block.Size.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task What_fits_at_no_size_ends_in_an_ellipsis()
    {
        var block = await TypeBench.HeadlineAsync(string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet ", 20)));

        block.Lines()[^1].ShouldEndWith("…");
        block.Lines.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_word_that_no_line_can_hold_is_cut_as_the_last_resort()
    {
        var block = await TypeBench.HeadlineAsync(new string('W', 300));

        block.Width.ShouldBeLessThanOrEqualTo(840);
        block.Lines()[^1].ShouldEndWith("…");
    }

    [Theory]
    [InlineData("これは、とても長い見出しです。「新しい」ラテを、ぜひ、お試しください！")]
    [InlineData("这是一个很长的标题，包括标点符号。“新品”上市，快来试试吧！现在就来！")]
    public async Task No_line_begins_or_ends_with_what_custom_forbids(string text)
    {
        var block = await TypeBench.HeadlineAsync(text, 700, 330, 80);

        block.Lines().ShouldAllBe(line => !"、。，！？」』”）".Contains(line[0]));
        block.Lines().ShouldAllBe(line => !"「『“（".Contains(line.Last()));
        string.Concat(block.Lines()).ShouldBe(text);
    }

    [Fact]
    public async Task Korean_breaks_between_words_only()
    {
        var block = await TypeBench.HeadlineAsync("매일 아침 당신의 하루를 깨우는 새로운 커피", 500, 330);

        block.Lines.Count.ShouldBeGreaterThan(1);
        string.Join(' ', block.Lines()).ShouldBe("매일 아침 당신의 하루를 깨우는 새로운 커피");
    }

    [Theory]
    [InlineData("prêt", "!")]
    [InlineData("(", "now")]
    [InlineData("$", "30")]
    [InlineData("ラ", "ー")]
    public void Some_neighbours_are_never_parted(string before, string after) =>
        LineRules.Penalty(before, after, space: true).ShouldBe(double.PositiveInfinity);

    [Fact]
    public void An_article_would_rather_stay_with_its_word() =>
        LineRules.Penalty("the", "watch", space: true).ShouldBeGreaterThan(LineRules.Penalty("watch", "the", space: true));

    [Fact]
    public void A_word_of_katakana_is_not_torn() =>
        LineRules.Penalty("ラ", "テ", space: false).ShouldBeGreaterThan(LineRules.Penalty("で", "静", space: false));
}
