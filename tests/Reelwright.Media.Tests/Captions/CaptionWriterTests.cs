using Reelwright.Media.Captions;

namespace Reelwright.Media.Tests.Captions;

public sealed class CaptionWriterTests
{
    [Fact]
    public void Both_formats_are_written_as_their_readers_expect()
    {
        CaptionLine[] lines = [new(0.3, 1.75, "Your day, finally in sync."), new(3600, 3601.5, "An hour later")];

        CaptionWriter.Srt(lines).ShouldBe("1\n00:00:00,300 --> 00:00:01,750\nYour day, finally in sync.\n\n2\n01:00:00,000 --> 01:00:01,500\nAn hour later\n\n");
        CaptionWriter.Vtt(lines).ShouldBe("WEBVTT\n\n00:00:00.300 --> 00:00:01.750\nYour day, finally in sync.\n\n01:00:00.000 --> 01:00:01.500\nAn hour later\n\n");
    }

    [Fact]
    public void Cues_never_overlap()
    {
        var cues = CaptionCues.Of([new(2, 5, "third"), new(0, 4, "first"), new(1, 3, "second")]).Cues;

        cues.Select(cue => (cue.Start.TotalSeconds, cue.End.TotalSeconds, cue.Lines[0]))
            .ShouldBe([(0, 1, "first"), (1, 2, "second"), (2, 5, "third")]);
    }

    [Fact]
    public void A_cue_that_would_be_too_short_to_see_is_left_out() =>
        CaptionCues.Of([new(0, 2, "first"), new(0.05, 3, "second")]).Cues.ShouldHaveSingleItem().Lines.ShouldBe(["second"]);

    [Fact]
    public void A_long_line_is_shown_in_parts_of_two_lines_of_42_characters()
    {
        var text = string.Join(' ', Enumerable.Repeat("seven letters", 20));

        var cues = CaptionCues.Of([new(0, 10, text)]).Cues;

        cues.Count.ShouldBeGreaterThan(2);
        cues.ShouldAllBe(cue => cue.Lines.Count <= 2 && cue.Lines.All(line => line.Length <= 42));
        string.Join(' ', cues.SelectMany(cue => cue.Lines)).ShouldBe(text);
        cues[0].Start.ShouldBe(TimeSpan.Zero);
        cues[^1].End.ShouldBe(TimeSpan.FromSeconds(10));
        cues.Zip(cues.Skip(1), (one, next) => one.End == next.Start).ShouldAllBe(seamless => seamless);
    }

    [Theory]
    [InlineData("A line that is a little longer than one line holds", "A line that is a little|longer than one line holds")]
    [InlineData("Short enough for a line of its own", "Short enough for a line of its own")]
    public void Two_lines_are_even_and_no_word_is_left_alone(string text, string lines) =>
        string.Join('|', CaptionCues.Of([new(0, 3, text)]).Cues.ShouldHaveSingleItem().Lines).ShouldBe(lines);

    [Fact]
    public void Sentences_stay_whole_and_share_the_time_by_their_letters()
    {
        var cues = CaptionCues.Of([new(2, 12, "Take two of them, one never knows. Sourdough, every single morning, is as simple as that. Come by.")]).Cues;

        cues.Select(cue => cue.Text).ShouldBe(["Take two of them, one never knows.", "Sourdough, every single morning, is as simple as that. Come by."]);
        cues[0].End.TotalSeconds.ShouldBe(2 + (10 * 34 / 96.0), 0.1);
    }

    [Fact]
    public void East_Asian_writing_has_half_as_many_characters_in_a_line_and_no_space_where_lines_join()
    {
        var cue = CaptionCues.Of([new(0, 4, "毎日に、彩りを。あなたの暮らしに、ちいさな喜びをそっと添えます。")]).Cues.ShouldHaveSingleItem();

        cue.Lines.Count.ShouldBe(2);
        cue.Lines.ShouldAllBe(line => line.Length <= CaptionLines.Columns / 2);
        cue.Text.ShouldBe("毎日に、彩りを。あなたの暮らしに、ちいさな喜びをそっと添えます。");
    }

    [Fact]
    public void Writing_without_spaces_is_cut_between_characters()
    {
        var cues = CaptionCues.Of([new(0, 5, string.Concat(Enumerable.Repeat("𠮷野家", 30)))]).Cues;

        cues.SelectMany(cue => cue.Lines).ShouldAllBe(line => line.Length <= 42 && !char.IsLowSurrogate(line[0]) && !char.IsHighSurrogate(line.Last()));
    }

    [Fact]
    public void Markup_and_arrows_in_a_text_stay_text()
    {
        CaptionLine[] lines = [new(0, 1, "<b>A & B</b> --> 00:00\n\n2\n00:00:05,000 --> 00:00:06,000\nforged")];

        CaptionWriter.Vtt(lines).ShouldContain("&lt;b&gt;A &amp; B&lt;/b&gt; --&gt; 00:00");
        CaptionWriter.Vtt(lines).Split(" --> ").Length.ShouldBe(2);
        CaptionWriter.Srt(lines).Split(" --> ").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🎉🎉🎉")]
    [InlineData("\u0000\u001b\u202e")]
    public void A_text_of_nothing_has_no_cue(string text) => CaptionWriter.Vtt([new(0, 1, text)]).ShouldBe("WEBVTT\n\n");

    [Fact]
    public void Times_that_run_backwards_have_no_cue() => CaptionCues.Of([new(3, 1, "text"), new(-5, -1, "before")]).Cues.ShouldBeEmpty();
}
