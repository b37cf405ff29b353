using System.Globalization;
using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>What every plan must have: 1 to 12 scenes with a prompt and a duration, which last about as long as the ad.</summary>
internal static class PlanCheck
{
    private const decimal ToleratedSeconds = 0.5m;

    /// <summary>What is wrong, as the end of a sentence; null when nothing is.</summary>
    public static string? FindBreach(JsonElement plan, decimal? requested)
    {
        if (plan.ValueKind != JsonValueKind.Object || !plan.TryGetProperty("scenes", out var scenes) || scenes.ValueKind != JsonValueKind.Array)
        {
            return "its result has no array \"scenes\"";
        }

        var count = scenes.GetArrayLength();
        var limit = RequestRules.PlanScenes;
        if (count < limit.Min || count > limit.Max)
        {
            return $"\"scenes\" must hold {limit.Min} to {limit.Max} scenes, but holds {count}";
        }

        var breach = scenes.EnumerateArray().Select(FindBreach).FirstOrDefault(found => found is not null);
        if (breach is not null)
        {
            return breach;
        }

        var total = scenes.EnumerateArray().Sum(scene => scene.GetProperty("duration").GetDecimal());
        return requested is { } seconds && Math.Abs(total - seconds) > ToleratedSeconds
            ? string.Create(CultureInfo.InvariantCulture, $"its scenes last {total:0.###} s together, but {seconds:0.###} s were asked for")
            : null;
    }

    private static string? FindBreach(JsonElement scene, int index)
    {
        if (scene.ValueKind != JsonValueKind.Object)
        {
            return $"\"scenes[{index}]\" must be an object, but is {KindOf(scene)}";
        }

        if (!scene.TryGetProperty("prompt", out var prompt) || prompt.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(PlanText.Clean(prompt.GetString()!)))
        {
            return $"\"scenes[{index}].prompt\" must be a text";
        }

        var length = PlanText.LengthOf(PlanText.Clean(prompt.GetString()!));
        if (length > RequestRules.Prompt.Max)
        {
            return $"\"scenes[{index}].prompt\" has {length} characters, and {RequestRules.Prompt.Max} are the most";
        }

        if (!scene.TryGetProperty("duration", out var duration) || duration.ValueKind != JsonValueKind.Number)
        {
            return $"\"scenes[{index}].duration\" must be a number of seconds";
        }

        return duration.TryGetDecimal(out var seconds) && seconds > 0 && seconds <= RequestRules.Timeline.Max
            ? null
            : $"\"scenes[{index}].duration\" must be above 0 and at most {RequestRules.Timeline.Max} seconds";
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
