namespace Reelwright.Media.Sound;

internal sealed partial class Arranger
{
    private void PlayDrums(SongBar bar)
    {
        if (bar.Section == SongSection.Intro)
        {
            return;
        }

        var level = _style.DrumLevel * (bar.Section == SongSection.Build ? 0.75 : 1);
        var full = bar.Section is SongSection.Lift or SongSection.Outro;
        Hit(bar, _style.Shaker, _drums.Shaker, level * 0.45, -0.3);
        Hit(bar, full ? _style.Hat : Halved(_style.Hat), _drums.Hat, level * 0.42, 0.25);
        Hit(bar, full ? _style.Tom : Halved(_style.Tom), _drums.Tom, level * 0.8, -0.15);
        if (full)
        {
            Hit(bar, _style.Clap, _style.Snaps ? _drums.Snap : _drums.Clap, level * 0.85, 0.05);
        }

        Steps(bar, full ? _style.Kick : Halved(_style.Kick), (start, mark) =>
        {
            _kicks.Add(start);
            Rhythm.Add(_drums.Kick, start, level * (mark == 'x' ? 1.15 : 0.7), 0);
        });

        if (full && bar is { ClosesSection: true, Beats: >= 3 } && _style.DrumWeight >= 0.5)
        {
            Fill(bar, level);
        }
    }

    /// <summary>Drums that hurry towards the next part.</summary>
    private void Fill(SongBar bar, double level)
    {
        var sixteenth = _plan.Beat / 4;
        var start = bar.Start + ((bar.Beats - 1) * _plan.Beat);
        for (var i = 0; i < 4; i++)
        {
            Rhythm.Add(_drums.Tom, start + (i * sixteenth), level * (0.5 + (0.12 * i)), -0.4 + (0.25 * i));
        }
    }

    private void Hit(SongBar bar, string pattern, float[] sound, double level, double pan) =>
        Steps(bar, pattern, (start, mark) => Rhythm.Add(sound, start, level * (mark == 'x' ? 1 : 0.55), pan));

    /// <summary>The product is seen: air rises towards it, and it lands.</summary>
    private void PlayLift()
    {
        if (_plan.Lift <= 0 || _plan.Lift >= _plan.Ending)
        {
            return;
        }

        var rise = Math.Min(_plan.Lift, 4 * _plan.Beat);
        var weight = 0.12 + (0.88 * _style.DrumWeight);
        Rhythm.Add(_drums.Riser(rise), _plan.Lift - rise, 0.16 * weight, 0);
        Rhythm.Add(_drums.Crash, _plan.Lift, 0.16 * weight, 0.1);
        Rhythm.Add(_drums.Boom, _plan.Lift, 0.30 * weight, 0);
    }

    /// <summary>The last chord, spread over the instruments, and left to ring.</summary>
    private void PlayEnding()
    {
        var at = _plan.Ending;
        var notes = Pitch.Around(_style.Ending, _style.Tonic, 60);
        var tail = ((double)Soft.Length / StereoTrack.Rate) - at;
        for (var i = 0; i < notes.Length; i++)
        {
            var pan = (i * 0.3) - 0.4;
            _pad.Play(Soft, at, tail * 0.25, notes[i], _style.PadLevel * 0.8, 2600, pan);
            _style.Pluck.Play(Plucked, at + (i * 0.018), notes[i] + (12 * Math.Min(1, _style.PluckOctave)), _style.PluckLevel * 0.7, pan);
            _style.Lead.Play(Plucked, at + (i * 0.018), notes[i] + 12, _style.LeadLevel * 0.45, -pan);
        }

        _bass.Play(Soft, at, tail * 0.35, LowRoot(_style.Ending), _style.BassLevel, 700, 0);
        var weight = 0.12 + (0.88 * _style.DrumWeight);
        Rhythm.Add(_drums.Kick, at, _style.DrumLevel * weight, 0);
        Rhythm.Add(_drums.Boom, at, 0.22 * weight, 0);
        Rhythm.Add(_drums.Crash, at, 0.12 * weight, -0.1);
    }
}
