namespace Reelwright.PromptParser.Tests.Providers.Local;

public sealed class ForeignNameTests
{
    [Theory]
    [InlineData("פרסומת של 15 שניות לטלפון iPhone 17 Pro במבצע 50% הנחה, של חברת Aurora Store", "Aurora Store")]
    [InlineData("פרסומת של 30 שניות לנעלי ריצה מבית Volterra", "Volterra")]
    [InlineData("פרסומת לקפה טרי של חברת אורורה", "אורורה")]
    [InlineData("إعلان لمدة 30 ثانية لهاتف جديد من شركة Aurora", "Aurora")]
    [InlineData("โฆษณา 15 วินาทีสำหรับร้านกาแฟออโรร่าที่กรุงเทพ ลด 50% วันนี้เท่านั้น", "ร้านกาแฟออโรร่า")]
    [InlineData("สร้างโฆษณา 30 วินาทีสำหรับโรงแรมสุขใจในเชียงใหม่", "โรงแรมสุขใจ")]
    public void The_name_is_that_of_the_company(string prompt, string name) => Plans.Brief(prompt).Brand.ShouldBe(name);

    [Theory]
    [InlineData("פרסומת של 15 שניות לטלפון iPhone 17 Pro במבצע 50% הנחה, של חברת Aurora Store", "של לטלפון", "שניות")]
    [InlineData("โฆษณา 15 วินาทีสำหรับร้านกาแฟออโรร่าที่กรุงเทพ ลด 50% วันนี้เท่านั้น", "วินาที", "สำหรับ")]
    [InlineData("서울의 카페 오로라를 위한 15초 광고, 오늘만 50% 할인!", "오로라를", "광고")]
    [InlineData("서울의 베이커리 하루의 30초 광고, 매일 아침 갓 구운 빵", "30초", "광고")]
    public void No_text_has_words_of_the_request(string prompt, params string[] words)
    {
        var copy = string.Join('\n', Plans.CopyOf(Plans.Plan(prompt, 15)));

        words.ShouldAllBe(word => !copy.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("פרסומת של 15 שניות לטלפון iPhone 17 Pro במבצע 50% הנחה, של חברת Aurora Store", "50% הנחה")]
    [InlineData("โฆษณา 15 วินาทีสำหรับร้านกาแฟออโรร่าที่กรุงเทพ ลด 50% วันนี้เท่านั้น", "ลด 50%")]
    [InlineData("إعلان لمقهى أورورا، خصم 30% اليوم", "خصم 30%")]
    [InlineData("Реклама кофейни Аврора, скидка 20% сегодня", "скидка 20%")]
    public void The_offer_is_in_the_texts(string prompt, string offer) =>
        string.Join('\n', Plans.CopyOf(Plans.Plan(prompt, 15))).ShouldContain(offer, Case.Insensitive);
}
