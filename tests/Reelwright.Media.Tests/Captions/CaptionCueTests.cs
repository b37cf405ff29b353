using Reelwright.Media.Captions;

namespace Reelwright.Media.Tests.Captions;

public sealed class CaptionCueTests
{
    private const string NeverFirst = "、。，．！？：；」』）】〉》”’…,.!?:;)]}%";

    public static TheoryData<string> Scripts =>
    [
        "毎朝、焙煎したての豆だけを使い、一杯ずつ丁寧に淹れています。「こんなに美味しいコーヒーは初めてです！」と、多くのお客様に喜ばれています。ぜひ、お試しください。",
        "每天清晨,我们用新鲜烘焙的咖啡豆,为您手工冲泡每一杯咖啡。“从来没有喝过这么好喝的咖啡！”许多顾客都这样称赞我们,欢迎您来品尝。",
        "กาแฟสดใหม่ทุกเช้าเพื่อคุณโดยเฉพาะที่ร้านของเราเปิดทุกวันไม่มีวันหยุดแวะมาชิมได้เลยวันนี้ที่นี่มีน้ำดื่มฟรี",
        "ກາເຟສົດໃໝ່ທຸກໆເຊົ້າເພື່ອທ່ານໂດຍສະເພາະຢູ່ຮ້ານຂອງພວກເຮົາເປີດທຸກໆມື້ບໍ່ມີວັນພັກ",
        "កាហ្វេស្រស់រៀងរាល់ព្រឹកសម្រាប់អ្នកនៅហាងរបស់យើងបើករាល់ថ្ងៃមិនមានថ្ងៃឈប់សម្រាក",
        "קנו עכשיו את הטלפון החדש iPhone 17 Pro במחיר מיוחד של 50% הנחה! מבצע לזמן מוגבל בלבד, אל תפספסו את ההזדמנות.",
        "Visit https://www.example-coffee-company.com/offers/2026/november/black-friday?code=COFFEE50 today and save.",
        "今日は iPhone 17 Pro と MacBook Air を買うと、最大 50% オフ！Hello 世界 and welcome to the 東京 store near 渋谷 station.",
        "매일 아침 갓 볶은 원두로 정성껏 내린 커피를 만나보세요, 오늘만 특별히 반값! 지금 바로 오세요.",
        "नमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्तेनमस्ते",
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Captions_hold_every_character_with_its_spaces_and_break_where_a_reader_does(string script)
    {
        var cues = CaptionCues.Of([new(0, 15, script)]).Cues;

        var text = string.Empty;
        foreach (var line in cues.SelectMany(cue => cue.Lines))
        {
            var space = script.AsSpan(text.Length).StartsWith(" ") ? " " : string.Empty;
            if (space.Length == 0 && text.Length > 0)
            {
                NeverFirst.ShouldNotContain(line[0]);
                (char.IsAsciiLetterOrDigit(line[0]) && char.IsAsciiLetterOrDigit(text[^1])).ShouldBeFalse(line);
                ("ะาิีึืุูัำ็่้๊๋์ๆ".Contains(line[0], StringComparison.Ordinal) || "เแโใไ".Contains(text[^1], StringComparison.Ordinal)).ShouldBeFalse(line);
            }

            text += space + line;
        }

        text.ShouldBe(script);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_cue_as_one_line_has_the_spaces_of_the_script(string script)
    {
        var text = CaptionCues.Of([new(0, 15, script)]).Cues.Aggregate(string.Empty, (before, cue) =>
            before + (script.AsSpan(before.Length).StartsWith(" ") ? " " : string.Empty) + cue.Text);

        text.ShouldBe(script);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(827)]
    [InlineData(3900)]
    public void A_script_of_any_length_is_shown_whole_where_there_is_time(int length)
    {
        var script = string.Join(' ', Enumerable.Range(0, length / 6).Select(number => $"w{number:0000}")) + " LAST WORDS HERE.";

        var track = CaptionCues.Of([new(0, 60, script)]);

        track.Cut.ShouldBeEmpty();
        string.Join(' ', track.Cues.SelectMany(cue => cue.Lines)).ShouldBe(script);
    }

    [Fact]
    public void What_there_is_no_time_for_is_cut_at_a_word_and_named()
    {
        var script = string.Join(' ', Enumerable.Range(0, 300).Select(number => $"w{number:0000}"));

        var track = CaptionCues.Of([new(0, 2, script)]);

        var shown = string.Join(' ', track.Cues.Select(cue => cue.Text));
        script.ShouldBe($"{shown} {track.Cut.ShouldHaveSingleItem()}");
        track.Cues.ShouldAllBe(cue => cue.End - cue.Start >= TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void Emoji_are_left_out_and_named()
    {
        var track = CaptionCues.Of([new(0, 2, "Family 🐪 tours 👩‍👩‍👧")]);

        track.Cues[0].Text.ShouldBe("Family tours");
        track.Emoji.ShouldBe("🐪👩‍👩‍👧");
    }

    [Fact]
    public void Lines_of_a_text_from_right_to_left_all_have_its_direction()
    {
        var lines = CaptionWriter.Vtt([new(0, 4, "קנו iPhone 17 Pro Max Ultra Deluxe Edition by Aurora Store Inc. today עכשיו")]).Split('\n')[3..^2];

        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(line => line[0] == '\u200F' || (line[0] >= 'א' && line[0] <= 'ת'));
    }

    [Theory]
    [InlineData("{", "{")]
    [InlineData("-->", "--\u2060>")]
    [InlineData("{\\b1}bold{\\b0}", "{\u2060\\b1}bold{\u2060\\b0}")]
    [InlineData("<b>bold</b> 1 < 2", "<\u2060b>bold<\u2060/b> 1 < 2")]
    [InlineData("C:\\new\\temp", "C:\\new\\temp")]
    [InlineData("%{metadata:x}", "%{metadata:x}")]
    public void What_a_player_of_SubRip_would_read_as_markup_is_parted(string text, string written) =>
        CaptionWriter.Srt([new(0, 1, text)]).Split('\n')[2].ShouldBe(written);
}
