using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Plans;

/// <summary>
/// A parser's answer, put right so that no later service refuses it. A pure function of the answer and the requested length: the check of
/// the answer and every stage get the same plan.
/// </summary>
internal sealed record AdPlan(ParseResult Content, IReadOnlyList<StageWarning> Warnings)
{
    public IReadOnlyList<Scene> Scenes => Content.Scenes;

    /// <param name="raw">The parser's answer.</param>
    /// <param name="requested">Seconds of the film; null: as long as its scenes.</param>
    /// <param name="breach">Why the plan can't be used, as the end of a sentence.</param>
    public static AdPlan? TryRead(JsonElement raw, decimal? requested, out string? breach)
    {
        // 1. Refuse what can't be put right.
        breach = PlanCheck.FindBreach(raw, requested);
        if (breach is not null)
        {
            return null;
        }

        // 2. Read what there is; leave out what can't be read.
        var changes = new PlanChanges();
        var plan = PlanReader.Read(raw, changes);

        // 3. Fit the scenes, and with them the texts, to the length of the film.
        List<decimal> durations = [.. plan.Scenes.Select(scene => scene.Duration)];
        var length = requested ?? durations.Sum();
        if (SceneTimeline.Create(durations, length, changes) is not { } timeline)
        {
            breach = $"\"scenes\" holds {durations.Count} scenes, each of at least {RequestRules.ClipSeconds.Min} s, which is too many for a film of {length} s";
            return null;
        }

        List<Scene> scenes = [.. plan.Scenes.Select((scene, index) => Complete(scene, index, plan.Scenes.Count, timeline))];
        var overlays = new OverlayTimes(timeline, changes).Fit(plan.TextOverlays, scenes);
        return new AdPlan(plan with { Scenes = scenes, TextOverlays = overlays }, changes.Warnings);
    }

    /// <summary>Seconds of a scene's clip: those of the scene, and those that are still seen while the next one comes in.</summary>
    public decimal ClipSeconds(int scene) => scene + 1 < Scenes.Count
        ? Scenes[scene].Duration + Transitions.OverlapOf(Scenes[scene].Transition, Scenes[scene].Duration, Scenes[scene + 1].Duration)
        : Scenes[scene].Duration;

    private static Scene Complete(Scene scene, int index, int count, SceneTimeline timeline) => scene with
    {
        Index = index,
        Duration = timeline.Durations[index],
        StartTime = timeline.StartOf(index),
        EndTime = timeline.EndOf(index),
        Role = scene.Role ?? RoleAt(index, count),
        Transition = scene.Transition ?? (index == count - 1 ? Transitions.Cut : Transitions.Crossfade),
    };

    private static string RoleAt(int index, int count) =>
        index == count - 1 ? SceneRoles.CallToAction : index == 0 ? SceneRoles.Hook : SceneRoles.Product;
}
