using Reelwright.Media.Writing;

namespace Reelwright.Media.Tests.Writing;

public sealed class TextPieceTests
{
    [Theory]
    [InlineData("ร้านกาแฟที่กรุงเทพเปิดทุกวัน", "ร้าน|กาแฟ|ที่|กรุงเทพ|เปิด|ทุก|วัน")]
    [InlineData("ກາເຟສົດ", "ກາເຟ|ສົດ")]
    [InlineData("កាហ្វេស្រស់រាល់ព្រឹក", "កាហ្វេ|ស្រស់|រាល់|ព្រឹក")]
    public void Scripts_without_spaces_break_between_words(string text, string pieces) => Cut(text).ShouldBe(pieces);

    [Theory]
    [InlineData("「今すぐ、注文！」と", "「今|す|ぐ、|注|文！」|と")]
    [InlineData("全新体验，“新品”上市。", "全|新|体|验，|“新|品”|上|市。")]
    [InlineData("ラッテは500円です", "ラッ|テ|は|500|円|で|す")]
    public void Closing_punctuation_and_small_kana_stay_with_what_is_before_them(string text, string pieces) => Cut(text).ShouldBe(pieces);

    [Theory]
    [InlineData("오늘만 50% 할인", "오늘만|50%|할인")]
    [InlineData("iPhone을 지금", "iPhone을|지금")]
    public void Korean_breaks_at_spaces(string text, string pieces) => Cut(text).ShouldBe(pieces);

    [Theory]
    [InlineData("https://example.com/a/b?c=1", "https://|example.com/|a/|b?|c=1")]
    [InlineData("feather-light 1,299.50 up-to-date", "feather-|light|1,299.50|up-|to-|date")]
    [InlineData("17:30 (now)", "17:30|(now)")]
    public void Addresses_and_numbers_never_break_inside_a_word(string text, string pieces) => Cut(text).ShouldBe(pieces);

    [Fact]
    public void A_no_break_space_holds_its_neighbours_together() => Cut("jusqu'à 50\u00A0% !").ShouldBe("jusqu'à|50\u00A0%|!");

    [Theory]
    [InlineData("Order  today, iPhone 17 今すぐ 注文！")]
    [InlineData("กาแฟ 50% ลด")]
    [InlineData("(a) b — c")]
    public void Pieces_join_to_the_text_again(string text)
    {
        var clean = TextCleaner.Clean(text);

        TextPieces.Join(TextPieces.Of(clean)).ShouldBe(clean);
    }

    [Fact]
    public void A_text_from_right_to_left_rather_breaks_before_its_own_words()
    {
        var pieces = TextPieces.Of("קנו עכשיו iPhone עכשיו");

        pieces[2].BreakPenalty.ShouldBeGreaterThan(pieces[3].BreakPenalty);
    }

    [Theory]
    [InlineData("นมัสเต", "น|มั|ส|เต")]
    [InlineData("क्षत्रिय", "क्ष|त्रि|य")]
    [InlineData("ស្រស់", "ស្រ|ស់")]
    [InlineData("éé", "é|é")]
    [InlineData("👩‍👩‍👧a", "👩‍👩‍👧|a")]
    public void A_word_that_no_line_holds_is_cut_between_syllables(string word, string clusters) =>
        string.Join('|', TextClusters.Of(word)).ShouldBe(clusters);

    private static string Cut(string text) => string.Join('|', TextPieces.Of(text).Select(piece => piece.Text));
}
