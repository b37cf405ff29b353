namespace Reelwright.Media.Sound;

/// <summary>The parts of the music, in order.</summary>
internal enum SongSection
{
    /// <summary>Hook: few voices.</summary>
    Intro,

    /// <summary>Bass and rhythm come in.</summary>
    Build,

    /// <summary>The product is shown: all instruments play.</summary>
    Lift,

    /// <summary>Towards the last chord, without the melody.</summary>
    Outro,
}
