using System.ComponentModel.DataAnnotations;

namespace Reelwright.PromptParser;

/// <summary>Section <c>Reelwright:PromptParser</c>.</summary>
public sealed class PromptParserOptions
{
    /// <summary>Who plans: <c>local</c>.</summary>
    [AllowedValues("local")]
    public string Provider { get; set; } = "local";
}
