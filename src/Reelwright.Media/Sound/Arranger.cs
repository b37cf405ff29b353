namespace Reelwright.Media.Sound;

/// <summary>
/// Plays a plan: who plays what in which bar. Each group has a track of its own, because the mix treats them differently.
/// </summary>
internal sealed partial class Arranger
{
    private readonly MusicStyle _style;
    private readonly SongPlan _plan;
    private readonly DrumKit _drums;
    private readonly string _pluckPattern;
    private readonly int[] _melody;
    private readonly SustainedVoice _pad;
    private readonly SustainedVoice _bass = new(Wavetable.Bass, 0.012, 0.12, 0.0006);
    private readonly List<double> _kicks = [];

    public Arranger(MusicStyle style, SongPlan plan, int seed, int samples)
    {
        (_style, _plan) = (style, plan);
        var random = new Random(seed);
        _drums = new DrumKit(random.Next(), style.DrumWeight);
        _pluckPattern = style.PluckPatterns[random.Next(style.PluckPatterns.Length)];
        _melody = [.. Enumerable.Range(0, 16).Select(_ => random.Next(-1, 2))];
        _pad = new SustainedVoice(style.Pad, style.PadAttack, 0.7, 0.0022);
        Soft = new StereoTrack(samples);
        Plucked = new StereoTrack(samples);
        Rhythm = new StereoTrack(samples);
    }

    /// <summary>Pads and bass.</summary>
    public StereoTrack Soft { get; }

    /// <summary>Plucks and melody: what echoes.</summary>
    public StereoTrack Plucked { get; }

    public StereoTrack Rhythm { get; }

    /// <summary>Seconds of all kicks.</summary>
    public IReadOnlyList<double> Kicks => _kicks;

    public void Play()
    {
        foreach (var bar in _plan.Bars)
        {
            PlayPad(bar);
            PlayBass(bar);
            PlayPlucks(bar);
            PlayMelody(bar);
            PlayDrums(bar);
        }

        PlayLift();
        PlayEnding();
    }

    /// <summary>Calls back for each step of a pattern that sounds.</summary>
    private void Steps(SongBar bar, string pattern, Action<double, char> play)
    {
        var sixteenth = _plan.Beat / 4;
        for (var step = 0; step < bar.Beats * 4; step++)
        {
            var mark = pattern[step % pattern.Length];
            if (mark != '.')
            {
                var swing = step % 2 == 1 ? _style.Swing * sixteenth : 0;
                play(bar.Start + (step * sixteenth) + swing, mark);
            }
        }
    }

    private static double Openness(SongSection section) => section switch
    {
        SongSection.Intro => 0.35,
        SongSection.Build => 0.6,
        SongSection.Lift => 1,
        _ => 0.8,
    };

    private void PlayPad(SongBar bar)
    {
        var openness = Openness(bar.Section);
        var length = (bar.Beats * _plan.Beat) - 0.08;
        var notes = Pitch.Around(bar.Chord, _style.Tonic, 60);
        for (var i = 0; i < notes.Length; i++)
        {
            var pan = notes.Length > 1 ? ((double)i / (notes.Length - 1) * 1.1) - 0.55 : 0;
            _pad.Play(Soft, bar.Start, length, notes[i], _style.PadLevel * (0.75 + (0.25 * openness)), 700 + (2600 * openness), pan);
            if (bar.Section == SongSection.Lift)
            {
                _pad.Play(Soft, bar.Start, length, notes[i] + 12, _style.PadLevel * 0.28, 3600, -pan);
            }
        }
    }

    private void PlayBass(SongBar bar)
    {
        var low = LowRoot(bar.Chord);
        if (bar.Section == SongSection.Intro)
        {
            _bass.Play(Soft, bar.Start, (bar.Beats * _plan.Beat) - 0.1, low, _style.BassLevel * 0.55, 420, 0);
            return;
        }

        var gap = _style.Bass.AsSpan().Trim('.').Length > 1 ? 2 : bar.Beats * 4;
        var length = Math.Max(0.12, (_plan.Beat / 4 * gap) - 0.04);
        Steps(bar, bar.Section == SongSection.Build && _style.DrumWeight > 0.5 ? Halved(_style.Bass) : _style.Bass, (start, mark) =>
        {
            var note = low + mark switch
            {
                '5' => 7,
                '8' => 12,
                _ => 0,
            };
            _bass.Play(Soft, start, length, note, _style.BassLevel, 520 + (500 * Openness(bar.Section)), 0);
        });
    }

    private void PlayPlucks(SongBar bar)
    {
        var notes = Pitch.Around(bar.Chord, _style.Tonic, 60 + (12 * _style.PluckOctave));
        var pattern = bar.Section == SongSection.Intro ? Halved(_pluckPattern) : _pluckPattern;
        var level = _style.PluckLevel * (0.7 + (0.3 * Openness(bar.Section)));
        var count = 0;
        Steps(bar, pattern, (start, mark) =>
        {
            var index = mark - '0';
            var note = notes[index % notes.Length] + (12 * (index / notes.Length));
            _style.Pluck.Play(Plucked, start, note, level * (count % 2 == 0 ? 1 : 0.78), count % 2 == 0 ? -0.35 : 0.35);
            count++;
        });
    }

    /// <summary>A motif of two bars that keeps its shape while the chords under it change.</summary>
    private void PlayMelody(SongBar bar)
    {
        if (bar.Section != SongSection.Lift)
        {
            return;
        }

        var half = _style.LeadRhythm.Length / 2;
        var rhythm = bar.Number % 2 == 0 ? _style.LeadRhythm[..half] : _style.LeadRhythm[half..];
        var notes = Pitch.Around(bar.Chord, _style.Tonic, 76);
        var at = bar.Number % 2 == 0 ? 1 : notes.Length - 1;
        var step = bar.Number % 2 * 8;
        Steps(bar, rhythm, (start, _) =>
        {
            _style.Lead.Play(Plucked, start, notes[at], _style.LeadLevel, 0.12);
            at = Math.Clamp(at + _melody[step++ % _melody.Length], 0, notes.Length - 1);
        });
    }

    /// <summary>The same pattern with every second event left out.</summary>
    private static string Halved(string pattern)
    {
        var count = 0;
        return string.Concat(pattern.Select(mark => mark != '.' && count++ % 2 == 1 ? '.' : mark));
    }

    private int LowRoot(int[] chord) => 36 + ((((_style.Tonic + chord[0] - 36) % 12) + 12) % 12);
}
