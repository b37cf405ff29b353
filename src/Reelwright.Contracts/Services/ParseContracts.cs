using System.Text.Json;
using System.Text.Json.Serialization;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Services;

/// <summary><c>POST /parse</c>.</summary>
public sealed record ParseRequest
{
    public required string Prompt { get; init; }

    [JsonConverter(typeof(SecondsConverter))]
    public required decimal Duration { get; init; }

    public required string AspectRatio { get; init; }

    public BrandGuidelines? BrandGuidelines { get; init; }

    public AdOptions? Options { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>The plan of an ad.</summary>
public sealed record ParseResult
{
    /// <summary>Ours makes 3 to 8; durations sum to the requested one exactly.</summary>
    public required IReadOnlyList<Scene> Scenes { get; init; }

    public VisualDirection? VisualDirection { get; init; }

    public AudioPlan? Audio { get; init; }

    public IReadOnlyList<TextOverlay>? TextOverlays { get; init; }

    public string? CallToAction { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>One scene. Times are positions on the final timeline; transitions overlap without changing it.</summary>
public sealed record Scene
{
    /// <summary>Position in the plan, from 0.</summary>
    public int? Index { get; init; }

    /// <summary>One of <see cref="SceneRoles"/>.</summary>
    public string? Role { get; init; }

    public string? Title { get; init; }

    public required string Prompt { get; init; }

    [JsonConverter(typeof(SecondsConverter))]
    public required decimal Duration { get; init; }

    [JsonConverter(typeof(NullableSecondsConverter))]
    public decimal? StartTime { get; init; }

    [JsonConverter(typeof(NullableSecondsConverter))]
    public decimal? EndTime { get; init; }

    /// <summary>One of <see cref="Cameras"/> when the plan is ours.</summary>
    public string? Camera { get; init; }

    /// <summary>How this scene gives way to the next; one of <see cref="Transitions"/> when the plan is ours.</summary>
    public string? Transition { get; init; }

    public string? OnScreenText { get; init; }

    public string? Voiceover { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>What all scenes of one ad share.</summary>
public sealed record VisualDirection
{
    /// <summary>One of <see cref="ArtDirections"/> when the plan is ours.</summary>
    public string? Style { get; init; }

    public string? Mood { get; init; }

    public string? Lighting { get; init; }

    /// <summary><c>#rrggbb</c>: primary, secondary, accent, and what else there is.</summary>
    public IReadOnlyList<string>? Palette { get; init; }

    /// <summary>The product in a few words.</summary>
    public string? Subject { get; init; }

    /// <summary>One of <see cref="Motifs"/> when the plan is ours.</summary>
    public string? Motif { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Music and voice.</summary>
public sealed record AudioPlan
{
    public MusicPlan? Music { get; init; }

    public VoiceoverPlan? Voiceover { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Music by mood and tempo, or a file by URL.</summary>
public sealed record MusicPlan
{
    /// <summary>One of <see cref="MusicMoods"/> when the plan is ours, or <c>off</c>.</summary>
    public string? Mood { get; init; }

    public int? TempoBpm { get; init; }

    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>The spoken script.</summary>
public sealed record VoiceoverPlan
{
    public bool? Enabled { get; init; }

    public string? Voice { get; init; }

    public string? Script { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>A text on the picture.</summary>
public sealed record TextOverlay
{
    public required string Text { get; init; }

    [JsonConverter(typeof(NullableSecondsConverter))]
    public decimal? StartTime { get; init; }

    [JsonConverter(typeof(NullableSecondsConverter))]
    public decimal? EndTime { get; init; }

    /// <summary>
    /// One of <see cref="OverlayPositions"/> when the plan is ours; of others also a place in words, such as <c>top</c>, <c>center</c> or
    /// <c>bottom-left</c>.
    /// </summary>
    public string? Position { get; init; }

    /// <summary>One of <see cref="OverlayStyles"/> when the plan is ours.</summary>
    public string? Style { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}
