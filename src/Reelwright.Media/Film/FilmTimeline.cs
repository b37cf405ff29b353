namespace Reelwright.Media.Film;

/// <summary>
/// A scene in whole frames. In its first <see cref="Overlap"/> frames the scene before it is still seen, leaving by <see
/// cref="Entrance"/>.
/// </summary>
internal sealed record TimelineScene(int Index, int Start, int End, int Overlap, string Entrance)
{
    public int Length => End - Start;
}

/// <summary>Turns a plan's seconds into frames. Transitions take their extra frames from beyond the outgoing scene's end.</summary>
internal static class FilmTimeline
{
    public const int TransitionFrames = 15;
    private const double LongestFilm = 600;

    public static int Frames(double seconds) => (int)Math.Round(seconds * FilmPlan.FrameRate, MidpointRounding.AwayFromZero);

    /// <exception cref="ArgumentException">The plan cannot be a film; the message says why.</exception>
    public static IReadOnlyList<TimelineScene> Of(FilmPlan plan)
    {
        Check(plan);
        var scenes = plan.Scenes;
        var starts = scenes.Select((scene, index) => index == 0 ? 0 : Frames(scene.Start)).Append(Frames(plan.Duration)).ToArray();
        var timeline = new List<TimelineScene>();
        for (var i = 0; i < scenes.Count; i++)
        {
            if (starts[i + 1] <= starts[i])
            {
                throw new ArgumentException($"Scene {i} starts at {scenes[i].Start:0.###} s and has no frame before the next one or the end of the film.", nameof(plan));
            }

            var entrance = i == 0 ? "cut" : scenes[i - 1].Transition ?? "crossfade";
            var room = Math.Min(starts[i + 1] - starts[i], i == 0 ? 0 : starts[i] - starts[i - 1]) / 2;
            timeline.Add(new TimelineScene(i, starts[i], starts[i + 1], entrance == "cut" ? 0 : Math.Min(TransitionFrames, room), entrance));
        }

        return timeline;
    }

    private static void Check(FilmPlan plan)
    {
        if (plan.Width is < 64 or > 4096 || plan.Height is < 64 or > 4096 || plan.Width % 2 != 0 || plan.Height % 2 != 0)
        {
            throw new ArgumentException($"A film cannot be {plan.Width}x{plan.Height}: each side is an even number of pixels from 64 to 4096.", nameof(plan));
        }

        if (plan.Duration is not (> 0 and <= LongestFilm) || plan.Scenes.Count == 0)
        {
            throw new ArgumentException($"A film of {plan.Duration:0.###} s with {plan.Scenes.Count} scenes cannot be made.", nameof(plan));
        }
    }
}
