namespace Reelwright.Media.Ffmpeg;

/// <summary>One thing that films need, and whether this machine has it.</summary>
public sealed record MediaFinding
{
    /// <summary>What was looked for, such as "filter ass".</summary>
    public required string Name { get; init; }

    public required bool Found { get; init; }

    /// <summary>Without it no film can be made; otherwise something is missing from films.</summary>
    public required bool Required { get; init; }

    /// <summary>What was found, or what is missing without it; no full stop, and not the cure.</summary>
    public required string Detail { get; init; }

    /// <summary>How to mend it; null when it was found.</summary>
    public string? Cure { get; init; }

    public bool Blocks => Required && !Found;
}
