using Reelwright.Contracts.Ads;

namespace Reelwright.Contracts.Tests.Ads;

public sealed class PromptHintsTests
{
    [Theory]
    [InlineData("Create a 30 second Instagram ad for luxury watches", 30)]
    [InlineData("a 20s clip about tea", 20)]
    [InlineData("15-sec TikTok for a gym", 15)]
    [InlineData("a half a minute ad for a bakery", 30)]
    [InlineData("Crée une pub de 45 secondes pour un vélo", 45)]
    [InlineData("Erstelle einen 30-sekündigen Werbespot", 30)]
    [InlineData("un anuncio de 20 segundos para zapatos", 20)]
    [InlineData("30秒の抹茶ラテの広告", 30)]
    [InlineData("30초 광고", 30)]
    [InlineData("a thirty second spot", 30)]
    [InlineData("a one-minute film about our hotel", 60)]
    [InlineData("a 5 second ad", 15)]
    [InlineData("a 90 second ad", 60)]
    [InlineData("a 22.5 second ad", 23)]
    public void The_length_is_read_and_kept_within_15_and_60(string prompt, int expected) =>
        PromptHints.InferDuration(prompt).ShouldBe(expected);

    [Theory]
    [InlineData("luxury watches")]
    [InlineData("an account in 30 seconds, no paperwork")]
    [InlineData("sneakers from the 90s")]
    [InlineData("delivered in 24 hours")]
    [InlineData("iPhone 12s cases")]
    [InlineData("")]
    public void A_figure_that_is_no_length_of_a_film_is_left_alone(string prompt) =>
        PromptHints.InferDuration(prompt).ShouldBeNull();

    [Theory]
    [InlineData("Create a 30 second Instagram ad for luxury watches", "9:16")]
    [InlineData("TikTok video about vegan dog food", "9:16")]
    [InlineData("a Reel for our bakery", "9:16")]
    [InlineData("YouTube Shorts about chess", "9:16")]
    [InlineData("a vertical YouTube ad", "9:16")]
    [InlineData("YouTube pre-roll for a car", "16:9")]
    [InlineData("a TV commercial for a bank", "16:9")]
    [InlineData("a film in landscape", "16:9")]
    [InlineData("an Instagram feed post about tea", "1:1")]
    [InlineData("a square video about tea", "1:1")]
    [InlineData("in 1:1 please", "1:1")]
    [InlineData("an Instagram ad in 16:9", "16:9")]
    [InlineData("インスタ用の広告", "9:16")]
    public void The_shape_follows_from_the_words_or_from_the_platform(string prompt, string expected) =>
        PromptHints.InferAspectRatio(prompt).ShouldBe(expected);

    [Theory]
    [InlineData("luxury watches")]
    [InlineData("a scarf in square silk")]
    [InlineData("a cosy coffee roastery, single origin beans, delivered in 24 hours")]
    public void No_shape_is_made_up(string prompt) => PromptHints.InferAspectRatio(prompt).ShouldBeNull();
}
