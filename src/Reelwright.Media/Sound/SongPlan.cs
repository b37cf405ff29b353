namespace Reelwright.Media.Sound;

/// <summary>
/// The chords and their times: bars on an even grid of beats, a phrase at the beat nearest to each scene's start, and a ringing last
/// chord.
/// </summary>
internal sealed record SongPlan
{
    private const int BeatsInBar = 4;

    /// <summary>Seconds of a beat.</summary>
    public required double Beat { get; init; }

    public required IReadOnlyList<SongBar> Bars { get; init; }

    /// <summary>Seconds at which the last chord is struck.</summary>
    public required double Ending { get; init; }

    /// <summary>Seconds at which the product is seen.</summary>
    public double Lift => Bars.FirstOrDefault(bar => bar.Section == SongSection.Lift)?.Start ?? Ending;

    public static SongPlan Make(MusicSpec spec, MusicStyle style)
    {
        var beat = 60.0 / Math.Clamp(spec.TempoBpm, 60, 180);
        var ring = Math.Clamp(spec.Duration * 0.11, Math.Min(1.5, spec.Duration / 2), 3.2);
        var end = Math.Max(0, (int)Math.Round((spec.Duration - ring) / beat));
        if (end * beat > spec.Duration - 1)
        {
            end = Math.Max(0, end - 1);
        }

        var starts = PhraseStarts(spec.SceneStarts, beat, end);
        return new SongPlan { Beat = beat, Ending = end * beat, Bars = Fill(starts, end, beat, style) };
    }

    /// <summary>Beats on which phrases start; none so near to another that no bar fits between them.</summary>
    private static List<int> PhraseStarts(IReadOnlyList<double> scenes, double beat, int end)
    {
        List<int> starts = [0];
        foreach (var start in scenes.Select(scene => (int)Math.Round(scene / beat)).Order())
        {
            if (start - starts[^1] >= 2 && end - start >= 2)
            {
                starts.Add(start);
            }
        }

        // A film of one or two scenes gets a build-up too.
        for (var bars = BeatsInBar * 2; starts.Count < 4 && starts[^1] + (2 * bars) <= end;)
        {
            starts.Add(starts[^1] + bars);
        }

        return starts;
    }

    private static List<SongBar> Fill(List<int> starts, int end, double beat, MusicStyle style)
    {
        List<SongBar> bars = [];
        for (var phrase = 0; phrase < starts.Count; phrase++)
        {
            var section = SectionOf(phrase, starts.Count);
            var next = phrase + 1 < starts.Count ? starts[phrase + 1] : end;
            var progression = section is SongSection.Intro or SongSection.Build ? style.Verse : style.Lift;
            var number = bars.Count(bar => bar.Section == section);
            var at = starts[phrase];
            for (var chord = 0; at < next; chord++)
            {
                var left = next - at;
                var beats = left is BeatsInBar + 1 ? left : Math.Min(BeatsInBar, left);
                var closes = at + beats >= next && (phrase + 1 == starts.Count || SectionOf(phrase + 1, starts.Count) != section);
                bars.Add(new SongBar(at * beat, beats, progression[chord % progression.Length], section, number++, closes));
                at += beats;
            }
        }

        return bars;
    }

    private static SongSection SectionOf(int phrase, int phrases) => phrases switch
    {
        1 => SongSection.Lift,
        2 => phrase == 0 ? SongSection.Build : SongSection.Lift,
        3 => (SongSection)phrase,
        _ when phrase == 0 => SongSection.Intro,
        _ when phrase == 1 => SongSection.Build,
        _ when phrase == phrases - 1 => SongSection.Outro,
        _ => SongSection.Lift,
    };
}
