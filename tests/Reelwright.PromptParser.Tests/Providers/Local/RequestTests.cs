namespace Reelwright.PromptParser.Tests.Providers.Local;

/// <summary>However somebody asks, the ad is about what he asks it for.</summary>
public sealed class RequestTests
{
    private static readonly string[] Verbs = ["Create", "Make", "make me", "Please create", "Produce", "Generate", "Can you make", ""];
    private static readonly string[] Lengths = ["", "15 second", "15-second", "30s", "20 sec", "thirty second", "1 minute"];
    private static readonly string[] Words = ["ad", "video", "commercial", "spot", "video ad"];
    private static readonly string[] Platforms = ["", "Instagram", "TikTok", "YouTube"];

    [Theory]
    [InlineData("for", "coffee", "coffee", null)]
    [InlineData("about", "Sony headphones", "headphones", "Sony")]
    [InlineData("for", "our banking app Pocketly", "banking app", "Pocketly")]
    public void The_request_is_never_the_brand(string link, string subject, string product, string? brand)
    {
        foreach (var verb in Verbs)
        {
            foreach (var length in Lengths)
            {
                foreach (var word in Words)
                {
                    foreach (var platform in Platforms)
                    {
                        var prompt = string.Join(' ', new[] { verb, "a", length, platform, word, link, subject }.Where(part => part.Length > 0));
                        var brief = Plans.Brief(prompt);
                        var found = brief.Product.Phrase.Replace(brief.Brand ?? "-", "", StringComparison.Ordinal).Trim();

                        (found, brief.Brand).ShouldBe((product, brand), prompt);
                    }
                }
            }
        }
    }

    /// <summary>A pattern once ran in a circle over such a prompt until its memory was at an end.</summary>
    [Theory]
    [InlineData("please help me promote my cafe, its in brighton and has vegan cakes", "cafe")]
    [InlineData("help me to sell my car, it is a family car, low mileage, one owner", "car")]
    [InlineData("can you please help us, we need a new idea, something, anything, for our shoe shop", "help us")]
    public void A_long_request_without_an_ad_in_it_comes_to_an_end(string prompt, string product) =>
        Plans.Brief(prompt).Product.Phrase.ShouldContain(product);

    [Fact]
    public void Any_order_of_the_words_of_a_request_is_read()
    {
        const int Prompts = 4000;
        string[] words = ["please", "help", "me", "promote", "my", "cafe,", "we", "need", "an", "ad", "for", "want", "a", "video", "called", "Bean", "&", "Co", "is", "brand", "with", "and", "our", "shop", "name:", "in", "Leeds.", "the", "to", "it's", "that", "students", "-", "make", "something", "30", "second", "vegan", "cakes", "needs"];
        var random = new Random(20260601);
        for (var count = 0; count < Prompts; count++)
        {
            var prompt = string.Join(' ', Enumerable.Range(0, 4 + (count % 22)).Select(_ => words[random.Next(words.Length)]));

            Plans.Plan(prompt).Scenes.ShouldAllBe(scene => scene.OnScreenText!.Length > 0, prompt);
        }
    }
}
