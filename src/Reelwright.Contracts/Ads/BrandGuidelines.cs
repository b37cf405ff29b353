using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Ads;

/// <summary>What the ad has to look like to belong to its brand.</summary>
public sealed record BrandGuidelines
{
    /// <summary><c>#RRGGBB</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrimaryColor { get; init; }

    /// <summary><c>#RRGGBB</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SecondaryColor { get; init; }

    /// <summary>Free words on the look, at most 100 characters: "luxury, minimal".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Style { get; init; }

    /// <summary>The brand's name as it is to be written on the end card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>An image (PNG, JPEG or WebP) for the end card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LogoUrl { get; init; }

    /// <summary>Members that a service knows and we do not.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}
