using System.Text.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>The client's request as the stages read it, normalised when the job was created.</summary>
internal sealed record AdRequest(JsonElement Raw, decimal Duration)
{
    /// <summary>Whether answers to equal requests of other jobs will do.</summary>
    public bool UsesCache => !Raw.TryGetProperty("cache", out var cache) || cache.ValueKind != JsonValueKind.False;

    /// <summary>The ad's own aspect ratio, then those of its variants: a film each.</summary>
    public IReadOnlyList<string> AspectRatios =>
    [
        JsonText.TextOf(Raw, "aspect_ratio") ?? string.Empty,
        .. Raw.TryGetProperty("variants", out var variants) && variants.ValueKind == JsonValueKind.Array
            ? variants.EnumerateArray().Select(ratio => ratio.GetString()!)
            : [],
    ];

    public static AdRequest Read(JobInput input)
    {
        var raw = JsonText.Parse(input.Request);
        return new AdRequest(raw, JsonText.NumberOf(raw, "duration") ?? 0);
    }
}
