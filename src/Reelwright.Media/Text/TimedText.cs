using Reelwright.Media.Film;

namespace Reelwright.Media.Text;

/// <summary>A text with the frames in which it is seen.</summary>
internal sealed record TimedText(FilmText Text, int From, int To, bool Stays)
{
    private const int Shortest = 3;

    /// <summary>Texts of one place that are together for less are meant to follow each other.</summary>
    private const double ShortestTogether = 0.8;

    public string Position => Text.Position;

    public bool IsWith(TimedText other) => From < other.To && other.From < To;

    /// <summary>
    /// The texts that start in a scene. Each waits for most of the transition, and gives way to a later text at its place: at once when that belongs to a
    /// later scene, else when the two would be together for a moment only.
    /// </summary>
    public static IReadOnlyList<TimedText> Of(FilmPlan plan, IReadOnlyList<TimelineScene> timeline, TimelineScene scene)
    {
        var total = timeline[^1].End;
        var texts = new List<TimedText>();
        foreach (var text in plan.Texts)
        {
            var start = FilmTimeline.Frames(text.Start);
            if (start < scene.Start || start >= scene.End)
            {
                continue;
            }

            var next = plan.Texts
                .Where(other => other.Position == text.Position && other.Start > text.Start && (FilmTimeline.Frames(other.Start) >= scene.End || AreBriefly(text, other)))
                .Select(other => other.Start);
            var end = next.Append(Math.Min(text.End, plan.Duration)).Select(FilmTimeline.Frames).Min();
            var from = Math.Max(start, scene.Start + (scene.Overlap * 2 / 3));
            if (end - from >= Shortest)
            {
                texts.Add(new TimedText(text, from, end, end >= total - 1));
            }
        }

        return texts;
    }

    private static bool AreBriefly(FilmText text, FilmText later) => Math.Min(text.End, later.End) - later.Start < ShortestTogether;
}
