using Reelwright.Media.Writing;

namespace Reelwright.Media.Tests.Writing;

public sealed class CasingTests
{
    [Theory]
    [InlineData("Işık Kafe istanbul", "tr", "IŞIK KAFE İSTANBUL")]
    [InlineData("bakı şirniyyatı", "az-Latn", "BAKI ŞİRNİYYATI")]
    [InlineData("Weiß & Groß", "de", "WEISS & GROSS")]
    [InlineData("Weiß", "de-CH", "WEISS")]
    [InlineData("Ο καφές", "el", "Ο ΚΑΦΕΣ")]
    [InlineData("ijs", "nl", "IJS")]
    [InlineData("Işık ﬁne", null, "IŞIK FINE")]
    [InlineData("istanbul", "not a language", "ISTANBUL")]
    [InlineData("茶 شاي", "ja", "茶 شاي")]
    public void Capitals_follow_the_rules_of_the_language(string text, string? language, string capitals) =>
        Casing.Capitals(text, language).ShouldBe(capitals);
}
