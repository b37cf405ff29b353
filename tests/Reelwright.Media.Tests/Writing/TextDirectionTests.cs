using Reelwright.Media.Writing;

namespace Reelwright.Media.Tests.Writing;

public sealed class TextDirectionTests
{
    [Theory]
    [InlineData("קנו iPhone", true)]
    [InlineData("50% הנחה", true)]
    [InlineData("«قهوه» now", true)]
    [InlineData("iPhone 17 במבצע", false)]
    [InlineData("50%", false)]
    public void The_first_letter_gives_a_text_its_direction(string text, bool isRightToLeft) => TextDirection.IsRightToLeft(text).ShouldBe(isRightToLeft);

    [Theory]
    [InlineData("iPhone 17 במחיר", true, "\u200F")]
    [InlineData("17 Pro!", true, "\u200F")]
    [InlineData("50%!", true, "\u200F")]
    [InlineData("במחיר iPhone", true, "")]
    [InlineData("עולם Bakery", false, "\u200E")]
    [InlineData("Bakery", false, "")]
    [InlineData("50%", false, "")]
    public void A_line_that_begins_in_the_other_direction_gets_a_mark(string line, bool isRightToLeft, string mark) =>
        TextDirection.MarkFor(line, isRightToLeft).ShouldBe(mark);
}
