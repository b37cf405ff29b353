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

    [Theory]
    [InlineData("rooftop pool", "a rooftop pool")]
    [InlineData("notes of jasmine", "notes of jasmine")]
    [InlineData("index of 500 recipes", "an index of 500 recipes")]
    [InlineData("10 minute workouts", "10 minute workouts")]
    [InlineData("fresh fruit and vegetables", "fresh fruit and vegetables")]
    public void A_feature_gets_the_article_it_needs(string feature, string spoken) => EnglishNouns.WithArticle(feature).ShouldBe(spoken);

    [Theory]
    [InlineData("keep coats shiny", "keeps coats shiny")]
    [InlineData("keeps coats shiny", "keeps coats shiny")]
    [InlineData("teaches you to rest", "teaches you to rest")]
    [InlineData("carry more", "carries more")]
    [InlineData("has a bell", "has a bell")]
    public void A_verb_agrees_with_one(string phrase, string third) => EnglishVerbs.ThirdPerson(phrase).ShouldBe(third);

    [Theory]
    [InlineData("wakes you gently", "wake you gently")]
    [InlineData("wake you gently", "wake you gently")]
    [InlineData("teaches you to rest", "teach you to rest")]
    [InlineData("carries more", "carry more")]
    [InlineData("has a bell", "have a bell")]
    public void A_verb_agrees_with_many(string phrase, string plain) => EnglishVerbs.Plain(phrase).ShouldBe(plain);
}
