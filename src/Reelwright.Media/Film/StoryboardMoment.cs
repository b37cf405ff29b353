using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>
/// Finds the frame that represents a scene: its last text is fully shown, no text is leaving, and no transition is running.
/// </summary>
internal static class StoryboardMoment
{
    private const int TextIsIn = 36;

    public static int Of(FilmPlan plan, IReadOnlyList<TimelineScene> timeline, TimelineScene scene)
    {
        var texts = TimedText.Of(plan, timeline, scene);
        var moment = texts.Count == 0 ? scene.Start + (scene.Length / 2) : Settled(texts);
        return Math.Clamp(moment, scene.Start + scene.Overlap, scene.End - 1);
    }

    private static int Settled(IReadOnlyList<TimedText> texts)
    {
        var last = texts.Max(text => text.From);
        var leave = texts.Where(text => text.To > last).Min(text => text.To) - Motion.ExitFrames;
        var settled = last + TextIsIn;
        return settled < leave ? settled + ((leave - settled) / 2) : last + Math.Max(0, (leave - last) * 3 / 4);
    }
}
