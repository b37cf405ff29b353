using System.Globalization;
using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Gives every overlay a start and an end within the film, or leaves it out with a warning.</summary>
internal sealed class OverlayTimes(SceneTimeline timeline, PlanChanges changes)
{
    // A plan's own end may be off by as much as its length.
    private const decimal Tolerance = 0.5m;

    // Nobody sees a text that is shown for less.
    private const decimal Shortest = 0.1m;

    private static readonly string[] SceneMembers = ["scene", "scene_index", "scene_id"];

    public IReadOnlyList<TextOverlay>? Fit(IReadOnlyList<TextOverlay>? overlays, IReadOnlyList<Scene> scenes)
    {
        // Texts without any times are one for each scene, in order.
        var areOfScenes = overlays is not null && overlays.Count <= scenes.Count && overlays.All(overlay => overlay is { StartTime: null, EndTime: null });
        List<TextOverlay> fitted =
            [.. (overlays ?? []).Select((overlay, index) => Fit(overlay, SceneOf(overlay) ?? (areOfScenes ? index : null))).OfType<TextOverlay>()];
        if (fitted.Count == 0)
        {
            fitted = [.. scenes.Select((scene, index) => OfScene(scene, index)).OfType<TextOverlay>()];
        }

        return fitted.Count == 0 ? null : fitted;
    }

    private TextOverlay? Fit(TextOverlay overlay, int? scene)
    {
        if (overlay.StartTime >= timeline.PlannedEnd)
        {
            changes.Add(
                PlanChanges.OverlayLeftOut, $"The text \"{Name(overlay)}\" was left out: it starts at {Said(overlay.StartTime)} s, after the end of the film.", null);
            return null;
        }

        var givenEnd = overlay.EndTime is { } given ? Within(given) : (decimal?)null;
        var start = overlay.StartTime is { } asked ? Within(asked)
            : scene is { } own ? timeline.StartOf(own)
            : givenEnd is { } until and > 0 ? timeline.StartOf(timeline.SceneAt(until - Shortest))
            : 0;
        var lastMoment = scene is null && overlay is { StartTime: null, EndTime: null } ? timeline.End : timeline.EndOf(timeline.SceneAt(start));
        var end = givenEnd is { } usable && usable > start ? usable : lastMoment;
        if (end - start < Shortest && givenEnd is not null)
        {
            end = lastMoment;
        }

        if (end - start < Shortest)
        {
            changes.Add(PlanChanges.OverlayLeftOut, $"The text \"{Name(overlay)}\" was left out: it would be shown for {Said(end - start)} s only.", null);
            return null;
        }

        if (IsChanged(overlay.StartTime, start) || IsChanged(overlay.EndTime, end))
        {
            changes.Add(
                PlanChanges.OverlayTimeChanged,
                $"The text \"{Name(overlay)}\" is shown from {Said(start)} to {Said(end)} s: "
                + $"the plan gives {Said(overlay.StartTime)} to {Said(overlay.EndTime)} s, which is not possible.",
                timeline.SceneAt(start));
        }

        return overlay with { StartTime = start, EndTime = end };
    }

    private TextOverlay? OfScene(Scene scene, int index) => scene.OnScreenText is { } text
        ? new TextOverlay
        {
            Text = text,
            StartTime = timeline.StartOf(index),
            EndTime = timeline.EndOf(index),
            Position = OverlayPositions.Headline,
            Style = OverlayStyles.Fade,
        }
        : null;

    // A member that we do not know, but that many planners write.
    private int? SceneOf(TextOverlay overlay) => SceneMembers
        .Select(name => overlay.More is { } more && more.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var scene)
            ? scene
            : (int?)null)
        .FirstOrDefault(scene => scene >= 0 && scene < timeline.Durations.Count);

    private decimal Within(decimal moment) => timeline.Map(Math.Clamp(moment, 0, timeline.PlannedEnd));

    // Rescaling alone is no change: the text stays where it is in its scene.
    private bool IsChanged(decimal? planned, decimal actual) =>
        planned is { } moment && (moment < 0 || moment > timeline.PlannedEnd + Tolerance || Within(moment) != actual);

    private static string Name(TextOverlay overlay) => PlanChanges.Excerpt(overlay.Text);

    private static string Said(decimal? seconds) => seconds is { } number ? number.ToString("0.###", CultureInfo.InvariantCulture) : "no time";
}
