using System.Globalization;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>
/// The scenes' durations in the plan and in the film. They are rescaled to the requested length, and scenes that are too short for a clip
/// are lengthened at the cost of the others; a text keeps its place within its scene.
/// </summary>
internal sealed class SceneTimeline
{
    private const int Milliseconds = 3;

    private readonly IReadOnlyList<decimal> planned;
    private readonly decimal[] plannedStarts;
    private readonly decimal[] starts;

    private SceneTimeline(IReadOnlyList<decimal> planned, IReadOnlyList<decimal> durations)
    {
        this.planned = planned;
        Durations = durations;
        plannedStarts = StartsOf(planned);
        starts = StartsOf(durations);
        PlannedEnd = planned.Sum();
        End = durations.Sum();
    }

    /// <summary>In the film; their sum is the requested length exactly.</summary>
    public IReadOnlyList<decimal> Durations { get; }

    /// <summary>The length of the plan.</summary>
    public decimal PlannedEnd { get; }

    /// <summary>The length of the film.</summary>
    public decimal End { get; }

    /// <summary>Null when the film is too short for so many scenes.</summary>
    public static SceneTimeline? Create(IReadOnlyList<decimal> planned, decimal requested, PlanChanges changes)
    {
        var shortest = RequestRules.ClipSeconds.Min;
        if (planned.Count * shortest > requested)
        {
            return null;
        }

        foreach (var (index, duration) in planned.Index())
        {
            if (duration < shortest)
            {
                changes.Add(
                    PlanChanges.SceneStretched,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"\"scenes[{index}].duration\" of the plan is {duration} s, less than the shortest clip; the scene lasts {shortest} s and the others less."),
                    index);
            }
        }

        return new SceneTimeline(planned, Fit(planned, requested, shortest));
    }

    public decimal StartOf(int scene) => starts[scene];

    public decimal EndOf(int scene) => starts[scene] + Durations[scene];

    /// <summary>The scene that a moment of the film is in; the last one at the end.</summary>
    public int SceneAt(decimal moment) => Math.Max(0, Array.FindLastIndex(starts, start => start <= moment));

    /// <summary>The moment of the film for a moment of the plan that lies within the plan.</summary>
    public decimal Map(decimal moment)
    {
        var scene = Math.Max(0, Array.FindLastIndex(plannedStarts, start => start <= moment));
        var share = (moment - plannedStarts[scene]) / planned[scene];
        return Math.Clamp(decimal.Round(starts[scene] + (share * Durations[scene]), Milliseconds), 0, End);
    }

    private static IReadOnlyList<decimal> Fit(IReadOnlyList<decimal> planned, decimal requested, decimal shortest)
    {
        var sum = planned.Sum();
        if (sum == requested && planned.All(duration => duration >= shortest && decimal.Round(duration, Milliseconds) == duration))
        {
            return planned;
        }

        // 1. Everything at the requested length; what is too short gets the shortest length.
        var scaled = planned.Select(duration => duration * requested / sum).ToList();
        var lacking = scaled.Sum(duration => Math.Max(0, shortest - duration));
        var spare = scaled.Sum(duration => Math.Max(0, duration - shortest));

        // 2. The others give what they have above the shortest length, each the same share.
        var share = spare == 0 ? 0 : lacking / spare;
        var fitted = scaled
            .Select(duration => duration <= shortest ? shortest : decimal.Round(duration - ((duration - shortest) * share), Milliseconds))
            .ToList();

        // 3. The longest takes what rounding left over.
        var longest = fitted.IndexOf(fitted.Max());
        fitted[longest] += requested - fitted.Sum();
        return fitted;
    }

    private static decimal[] StartsOf(IReadOnlyList<decimal> durations)
    {
        var found = new decimal[durations.Count];
        for (var index = 1; index < found.Length; index++)
        {
            found[index] = found[index - 1] + durations[index - 1];
        }

        return found;
    }
}
