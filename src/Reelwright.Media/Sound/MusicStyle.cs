namespace Reelwright.Media.Sound;

/// <summary>
/// How a mood is played. Patterns are bars of 16 steps: <c>x</c> loud, <c>o</c> soft, a digit the chord's note of that
/// number (above the chord it goes on an octave higher), <c>.</c> nothing.
/// </summary>
internal sealed record MusicStyle
{
    public required string Mood { get; init; }

    /// <summary>The key's tonic, a MIDI number between 48 and 59.</summary>
    public required int Tonic { get; init; }

    /// <summary>Chords before the product is seen.</summary>
    public required int[][] Verse { get; init; }

    /// <summary>Chords from then on.</summary>
    public required int[][] Lift { get; init; }

    public required int[] Ending { get; init; }

    public required Wavetable Pad { get; init; }

    public double PadLevel { get; init; } = 0.06;

    public double PadAttack { get; init; } = 0.4;

    public required StruckTone Pluck { get; init; }

    public double PluckLevel { get; init; } = 0.10;

    /// <summary>One is chosen by the seed.</summary>
    public required string[] PluckPatterns { get; init; }

    /// <summary>Octaves that plucked notes lie above the chord.</summary>
    public int PluckOctave { get; init; } = 1;

    public required StruckTone Lead { get; init; }

    public double LeadLevel { get; init; } = 0.09;

    /// <summary>Rhythm of the melody, two bars.</summary>
    public required string LeadRhythm { get; init; }

    /// <summary><c>x</c> the root, <c>5</c> the fifth, <c>8</c> the octave.</summary>
    public required string Bass { get; init; }

    public double BassLevel { get; init; } = 0.15;

    public string Kick { get; init; } = "................";

    public string Clap { get; init; } = "................";

    /// <summary>Whether finger snaps replace claps.</summary>
    public bool Snaps { get; init; }

    public string Hat { get; init; } = "................";

    public string Shaker { get; init; } = "................";

    public string Tom { get; init; } = "................";

    public double DrumLevel { get; init; } = 0.3;

    /// <summary>Strength of the kick drum: 0 is soft, 1 is hard.</summary>
    public double DrumWeight { get; init; } = 0.5;

    /// <summary>By how much the kick drum lowers everything else.</summary>
    public double Pump { get; init; }

    public double Echo { get; init; } = 0.25;

    public double Room { get; init; } = 0.30;

    public double RoomSeconds { get; init; } = 1.8;

    /// <summary>Off-beat sixteenths come later by this share of a sixteenth.</summary>
    public double Swing { get; init; }
}
