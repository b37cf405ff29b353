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
}
