using Reelwright.PromptParser.Providers.Local.Copy;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Tests.Providers.Local;

public sealed class EnglishNounTests
{
    [Theory]
    [InlineData("watches", "watch")]
    [InlineData("bakeries", "bakery")]
    [InlineData("knives", "knife")]
    [InlineData("shoes", "shoe")]
    [InlineData("dresses", "dress")]
    [InlineData("boxes", "box")]
    [InlineData("candles", "candle")]
    [InlineData("headphones", "headphones")]
    [InlineData("coffee", "coffee")]
    [InlineData("bus", "bus")]
    public void A_noun_finds_its_singular(string plural, string singular) => EnglishNouns.Singular(plural).ShouldBe(singular);

    [Theory]
    [InlineData("watch", "watches")]
    [InlineData("bakery", "bakeries")]
    [InlineData("shoe", "shoes")]
    [InlineData("toy", "toys")]
    [InlineData("tea", "tea")]
    public void A_noun_finds_its_plural(string singular, string plural) => EnglishNouns.Plural(singular).ShouldBe(plural);

    [Theory]
    [InlineData("umbrella", "an")]
    [InlineData("university course", "a")]
    [InlineData("honest lawyer", "an")]
    [InlineData("hotel", "a")]
    [InlineData("SUV", "an")]
    [InlineData("electric SUV", "an")]
    [InlineData("UK tour", "a")]
    [InlineData("e-bike", "an")]
    public void The_article_follows_the_sound(string phrase, string article) => EnglishNouns.Article(phrase).ShouldBe(article);

    [Theory]
    [InlineData("luxury watches", "Plural", "a luxury watch", "our luxury watches", "luxury watches")]
    [InlineData("luxury watch", "Singular", "a luxury watch", "the luxury watch", "luxury watches")]
    [InlineData("cold brew coffee", "Mass", "cold brew coffee", "our cold brew coffee", "cold brew coffee")]
    [InlineData("wireless headphones", "Plural", "a pair of wireless headphones", "our wireless headphones", "wireless headphones")]
    public void A_product_is_spoken_of_in_the_right_number(string phrase, string number, string one, string definite, string kind)
    {
        var forms = new EnglishForms(new ProductName { Phrase = phrase, Noun = phrase, Number = Enum.Parse<NounNumber>(number) });

        forms.Indefinite.ShouldBe(one);
        forms.Definite.ShouldBe(definite);
        forms.Generic.ShouldBe(kind);
    }
}
