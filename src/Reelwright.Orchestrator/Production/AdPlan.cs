using System.Text.Json;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>
/// The parser's answer as the later stages read it. What a stage does not know stays in <see cref="Raw"/> and in each scene's own, and is passed on.
/// </summary>
internal sealed class AdPlan
{
    // What a parser's durations may be off by in sum; more is a broken contract, which its client refuses.
    private const decimal Tolerance = 0.5m;

    private AdPlan(JsonElement raw, IReadOnlyList<PlannedScene> scenes)
    {
        Raw = raw;
        Scenes = scenes;
    }

    public JsonElement Raw { get; }

    public IReadOnlyList<PlannedScene> Scenes { get; }

    public static AdPlan Read(JobInput input)
    {
        var raw = JsonText.Parse(input.Of(StageNames.PromptParsing)[0]);
        var requested = AdRequest.Read(input).Duration;
        var scenes = raw.TryGetProperty("scenes", out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().ToList() : [];
        if (scenes.Count == 0)
        {
            throw new StageException("The prompt parser's plan has no scenes.");
        }

        var durations = Rescale(scenes.Select(scene => JsonText.NumberOf(scene, "duration") ?? 0).ToList(), requested);
        var planned = new List<PlannedScene>();
        var start = 0m;
        foreach (var (scene, duration) in scenes.Zip(durations))
        {
            planned.Add(new PlannedScene(planned.Count, scene, duration, start, start + duration));
            start += duration;
        }

        return new AdPlan(raw, planned);
    }

    /// <summary>Makes the durations sum to the requested one exactly, in steps of a millisecond; the last scene takes the rest.</summary>
    private static List<decimal> Rescale(List<decimal> durations, decimal requested)
    {
        var sum = durations.Sum();
        if (durations.Any(duration => duration <= 0) || Math.Abs(sum - requested) > Tolerance)
        {
            throw new StageException(FormattableString.Invariant(
                $"The prompt parser's scenes last {sum:0.###} s in all; {requested:0.###} s were asked for, and each must be longer than 0."));
        }

        if (sum == requested)
        {
            return durations;
        }

        var scaled = durations.Select(duration => decimal.Round(duration * requested / sum, 3)).ToList();
        scaled[^1] += requested - scaled.Sum();
        return scaled;
    }
}

/// <summary>A scene at its place on the final timeline.</summary>
internal sealed record PlannedScene(int Index, JsonElement Raw, decimal Duration, decimal Start, decimal End)
{
    public string Prompt => JsonText.TextOf(Raw, "prompt") ?? string.Empty;
}
