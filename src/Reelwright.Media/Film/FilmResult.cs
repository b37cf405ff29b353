using Reelwright.Media.Film.Quality;

namespace Reelwright.Media.Film;

/// <summary>A finished film and the files beside it.</summary>
public sealed record FilmResult
{
    public required string FilmPath { get; init; }

    /// <summary>JPEG of the frame that makes the best still.</summary>
    public required string ThumbnailPath { get; init; }

    /// <summary>Animated WebP; null when none was asked for or none could be made, which is then among the warnings.</summary>
    public string? PreviewPath { get; init; }

    public required string SrtPath { get; init; }

    public required string VttPath { get; init; }

    public required TimeSpan Duration { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Bytes.</summary>
    public required long FileSize { get; init; }

    /// <summary>Of the finished sound track; null when it is silent.</summary>
    public Loudness? Loudness { get; init; }

    public required FilmQuality Quality { get; init; }

    /// <summary>What was left out, cut or done otherwise.</summary>
    public required IReadOnlyList<FilmWarning> Warnings { get; init; }
}

/// <summary>EBU R128 figures.</summary>
public sealed record Loudness(double IntegratedLufs, double TruePeakDbtp);
