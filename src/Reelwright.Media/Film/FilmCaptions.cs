using Reelwright.Media.Captions;

namespace Reelwright.Media.Film;

/// <summary>The lines of a film's captions.</summary>
internal static class FilmCaptions
{
    /// <summary>The captions of the plan, else the spoken lines, else the texts in the picture.</summary>
    public static IReadOnlyList<CaptionLine> Of(FilmPlan plan) => Spoken(plan) is { Count: > 0 } lines ? lines : InPicture(plan);

    /// <summary>The captions to draw into the picture, with the cues of the files. Texts that the picture has already are not among them.</summary>
    public static IReadOnlyList<CaptionLine> ToBurn(FilmPlan plan) =>
        plan.BurnCaptions ? [.. CaptionCues.Of(Spoken(plan)).Select(cue => new CaptionLine(cue.Start.TotalSeconds, cue.End.TotalSeconds, cue.Text))] : [];

    private static IReadOnlyList<CaptionLine> Spoken(FilmPlan plan) =>
        plan.Captions ?? [.. plan.Voice.Select(line => new CaptionLine(line.Start, line.End, line.Text))];

    // Texts that are shown together, such as a name and its button, are one caption.
    private static List<CaptionLine> InPicture(FilmPlan plan)
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
