using Reelwright.Media.Film;

namespace Reelwright.Media.Text;

/// <summary>A text with the frames in which it is seen.</summary>
internal sealed record TimedText(FilmText Text, int From, int To, bool Stays)
{
    private const int Shortest = 3;

    public string Position => Text.Position;

    public bool IsWith(TimedText other) => From < other.To && other.From < To;

    /// <summary>
    /// The texts that start in a scene. Each waits for most of the transition, and gives way to the next text at its place.
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

            var next = plan.Texts.Where(other => other.Position == text.Position && other.Start > text.Start).Select(other => other.Start);
            var end = next.Append(Math.Min(text.End, plan.Duration)).Select(FilmTimeline.Frames).Min();
            var from = Math.Max(start, scene.Start + (scene.Overlap * 2 / 3));
            if (end - from >= Shortest)
            {
                texts.Add(new TimedText(text, from, end, end >= total - 1));
            }
        }

        return texts;
    }
}
