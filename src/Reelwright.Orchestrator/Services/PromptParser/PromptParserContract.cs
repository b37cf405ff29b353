using System.Globalization;
using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services.PromptParser;

/// <summary><c>POST /parse</c>: 1 to 12 scenes, each with a prompt and a duration, that together last about as long as the ad.</summary>
internal sealed class PromptParserContract : ServiceContract
{
    private const int MaxScenes = 12;
    private const decimal MaxSceneSeconds = 600;

    // The stage that plans the clips rescales a sum that is off by less.
    private const decimal ToleratedSeconds = 0.5m;

    public override string Service => ServiceNames.PromptParser;

    public override string Path => "/parse";

    public override string? FindBreach(JsonElement result, LedgerCall call)
    {
        if (!result.TryGetProperty("scenes", out var scenes) || scenes.ValueKind != JsonValueKind.Array)
        {
            return "its result has no array \"scenes\"";
        }

        var count = scenes.GetArrayLength();
        if (count is < 1 or > MaxScenes)
        {
            return $"\"scenes\" must hold 1 to {MaxScenes} scenes, but holds {count}";
        }

        var total = 0m;
        var index = 0;
        foreach (var scene in scenes.EnumerateArray())
        {
            if (FindSceneBreach(scene, index++, out var seconds) is { } breach)
            {
                return breach;
            }

            total += seconds;
        }

        return RequestedSeconds(call) is { } requested && Math.Abs(total - requested) > ToleratedSeconds
            ? string.Create(
                CultureInfo.InvariantCulture, $"its scenes last {total:0.###} s together, but {requested:0.###} s were asked for")
            : null;
    }

    private static string? FindSceneBreach(JsonElement scene, int index, out decimal seconds)
    {
        seconds = 0;
        if (scene.ValueKind != JsonValueKind.Object)
        {
            return $"\"scenes[{index}]\" must be an object, but is {ResultMembers.Describe(scene)}";
        }

        if (!scene.TryGetProperty("prompt", out var prompt)
            || prompt.ValueKind != JsonValueKind.String
            || string.IsNullOrWhiteSpace(prompt.GetString()))
        {
            return $"\"scenes[{index}].prompt\" must be a text";
        }

        if (!scene.TryGetProperty("duration", out var duration) || duration.ValueKind != JsonValueKind.Number)
        {
            return $"\"scenes[{index}].duration\" must be a number of seconds";
        }

        return duration.TryGetDecimal(out seconds) && seconds is > 0 and <= MaxSceneSeconds
            ? null
            : $"\"scenes[{index}].duration\" must be above 0 and at most {MaxSceneSeconds} seconds";
    }
}
