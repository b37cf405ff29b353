using System.ComponentModel.DataAnnotations;

namespace Reelwright.VideoGeneration;

/// <summary>Section <c>Reelwright:VideoGeneration</c>.</summary>
public sealed class VideoGenerationOptions
{
    /// <summary>The provider: <c>local</c>.</summary>
    [AllowedValues("local")]
    public string Provider { get; set; } = "local";

    /// <summary>Clips that are rendered to files at the same time, on request; 1. Each uses about two cores.</summary>
    [Range(1, 64)]
    public int MaxRenders { get; set; } = 1;
}
