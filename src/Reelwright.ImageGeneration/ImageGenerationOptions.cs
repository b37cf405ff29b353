using System.ComponentModel.DataAnnotations;

namespace Reelwright.ImageGeneration;

/// <summary>Section <c>Reelwright:ImageGeneration</c>.</summary>
public sealed class ImageGenerationOptions
{
    /// <summary>The provider: <c>local</c>.</summary>
    [AllowedValues("local")]
    public string Provider { get; set; } = "local";
}
