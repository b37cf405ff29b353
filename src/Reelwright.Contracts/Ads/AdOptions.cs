using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Ads;

/// <summary>Wishes on the film itself. What is left out is decided by the plan.</summary>
public sealed record AdOptions
{
    /// <summary>BCP-47 tag of the copy's language, such as <c>fr</c>; taken from the prompt when not given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Text of the button on the end card, at most 40 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CallToAction { get; init; }

    /// <summary>True to have the script spoken; off by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Voiceover { get; init; }

    /// <summary>One of <see cref="MusicMoods"/>, or <c>off</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Music { get; init; }

    /// <summary><c>off</c> (a file beside the film, the default) or <c>burnt_in</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Captions { get; init; }

    /// <summary>True to write a visible "AI-generated" label into the picture.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AiLabel { get; init; }

    /// <summary>True to have a short moving picture (animated WebP) beside the film.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Preview { get; init; }

    /// <summary>Members that a service knows and we do not.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}
