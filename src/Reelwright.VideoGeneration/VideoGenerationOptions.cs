using System.ComponentModel.DataAnnotations;

namespace Reelwright.VideoGeneration;

/// <summary>Section <c>Reelwright:VideoGeneration</c>.</summary>
public sealed class VideoGenerationOptions
{
    /// <summary>Who animates: <c>local</c>.</summary>
    [AllowedValues("local")]
    public string Provider { get; set; } = "local";

    /// <summary>Clips that are rendered to files at once, when somebody asks for them; 1. Each keeps about two cores busy.</summary>
    [Range(1, 64)]
    public int MaxRenders { get; set; } = 1;
}
