using Reelwright.Media.Film.Quality;

namespace Reelwright.Media.Tests.Film.Quality;

public sealed class QualityLimitsTests
{
    private static FilmQuality Good { get; } = new()
    {
        DurationErrorSeconds = 0,
        AvDriftSeconds = 0,
        LoudnessLufs = -14.1,
        TruePeakDbtp = -1.8,
        BlackFrames = 0,
        DuplicateFrames = 0,
        LongestFreezeSeconds = 0,
        TextInSafeBox = true,
        TextsApart = true,
        TextContrast = 7,
        BitrateKbps = 2000,
        Faststart = true,
        KeyframeGapSeconds = 2,
    };

    public static TheoryData<string, FilmQuality> Undeliverable => new()
    {
        { "more than a frame", Good with { DurationErrorSeconds = -0.04 } },
        { "apart", Good with { AvDriftSeconds = 0.05 } },
        { "true peak is -0.4 dBTP", Good with { TruePeakDbtp = -0.4 } },
        { "safe box", Good with { TextInSafeBox = false } },
        { "loaded whole", Good with { Faststart = false } },
        { "Keyframes", Good with { KeyframeGapSeconds = 2.5 } },
    };

    public static TheoryData<string, FilmQuality> Remarkable => new()
    {
        { "-15.2 LUFS instead of -14 LUFS", Good with { LoudnessLufs = -15.2 } },
        { "overlaps another", Good with { TextsApart = false } },
        { "contrast of 3.1", Good with { TextContrast = 3.1 } },
        { "stands still for 1.5 s", Good with { LongestFreezeSeconds = 1.5 } },
        { "40 frames are black", Good with { BlackFrames = 40 } },
        { "300 kbit/s", Good with { BitrateKbps = 300 } },
    };

    [Fact]
    public void A_good_film_misses_nothing_and_neither_does_a_silent_one_without_text()
    {
        QualityLimits.Hard(Good).ShouldBeEmpty();
        QualityLimits.Soft(Good).ShouldBeEmpty();
        var silent = Good with { LoudnessLufs = null, TruePeakDbtp = null, TextContrast = null };
        QualityLimits.Hard(silent).ShouldBeEmpty();
        QualityLimits.Soft(silent).ShouldBeEmpty();
        Good.Passed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Undeliverable))]
    public void A_film_that_players_would_garble_is_not_delivered_and_the_sentence_says_why(string words, FilmQuality film) =>
        QualityLimits.Hard(film).ShouldHaveSingleItem().ShouldContain(words);

    [Theory]
    [MemberData(nameof(Remarkable))]
    public void What_hangs_on_the_supplied_media_too_is_told_and_delivered(string words, FilmQuality film)
    {
        QualityLimits.Hard(film).ShouldBeEmpty();
        QualityLimits.Soft(film).ShouldHaveSingleItem().ShouldContain(words);
    }
}
