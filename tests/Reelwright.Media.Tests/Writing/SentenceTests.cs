using Reelwright.Media.Writing;

namespace Reelwright.Media.Tests.Writing;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("One day. Two days! Three?", "One day. |Two days! |Three?")]
    [InlineData("Wait... what?! Yes.", "Wait... |what?! |Yes.")]
    [InlineData("He said \"Go!\" Then he went.", "He said \"Go!\" |Then he went.")]
    [InlineData("Ask Dr. Smith. He knows.", "Ask Dr. Smith. |He knows.")]
    [InlineData("It costs 3.50 now.", "It costs 3.50 now.")]
    [InlineData("「初めてです！」と喜ばれます。ぜひ。", "「初めてです！」と喜ばれます。|ぜひ。")]
    [InlineData("“从来没有！”许多顾客说。欢迎。", "“从来没有！”|许多顾客说。|欢迎。")]
    [InlineData("هل تريد؟ نعم.", "هل تريد؟ |نعم.")]
    [InlineData("आज ही आएं। कल नहीं।", "आज ही आएं। |कल नहीं।")]
    [InlineData("no end", "no end")]
    [InlineData("", "")]
    public void A_text_is_cut_after_its_sentences(string text, string sentences) => string.Join('|', Sentences.Of(text)).ShouldBe(sentences);
}
