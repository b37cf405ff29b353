using Reelwright.Media.Captions;

namespace Reelwright.Media.Film;

/// <summary>The lines of a film's captions.</summary>
internal static class FilmCaptions
{
    /// <summary>What the plan says, else what is spoken, else what is written.</summary>
    public static IReadOnlyList<CaptionLine> Of(FilmPlan plan) => Told(plan) is { Count: > 0 } lines ? lines : Written(plan);

    /// <summary>Captions to draw into the picture, when it shall have them: those that it does not show already, part by part as the files have them.</summary>
    public static IReadOnlyList<CaptionLine> ToBurn(FilmPlan plan) =>
        plan.BurnCaptions ? [.. CaptionCues.Of(Told(plan)).Select(cue => new CaptionLine(cue.Start.TotalSeconds, cue.End.TotalSeconds, cue.Text))] : [];

    private static IReadOnlyList<CaptionLine> Told(FilmPlan plan) =>
        plan.Captions ?? [.. plan.Voice.Select(line => new CaptionLine(line.Start, line.End, line.Text))];

    // What is read together, such as a name and its button, is one caption.
    private static List<CaptionLine> Written(FilmPlan plan)
    {
        var lines = new List<CaptionLine>();
        foreach (var text in plan.Texts.Where(text => text.Position != "eyebrow").OrderBy(text => text.Start))
        {
            if (lines.Count > 0 && lines[^1] is var before && Math.Min(before.End, text.End) - text.Start > (text.End - text.Start) / 2)
            {
                lines[^1] = new CaptionLine(before.Start, Math.Max(before.End, text.End), $"{before.Text} \u2013 {text.Text}");
            }
            else
            {
                lines.Add(new CaptionLine(text.Start, text.End, text.Text));
            }
        }

        return lines;
    }
}
