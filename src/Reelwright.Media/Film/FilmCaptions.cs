using Reelwright.Media.Captions;

namespace Reelwright.Media.Film;

/// <summary>The lines of a film's captions.</summary>
internal static class FilmCaptions
{
    /// <summary>The captions of the plan, else the spoken lines, else the texts in the picture.</summary>
    /// <param name="spoken">When each sentence is spoken.</param>
    public static IReadOnlyList<CaptionLine> Of(FilmPlan plan, IReadOnlyList<CaptionLine> spoken) =>
        (plan.Captions ?? spoken) is { Count: > 0 } lines ? lines : InPicture(plan);

    /// <summary>
    /// The cues to draw into the picture, the same as in the files. Texts that the picture has already are not among them.
    /// </summary>
    public static IReadOnlyList<CaptionCue> ToBurn(FilmPlan plan, IReadOnlyList<CaptionLine> spoken) =>
        plan.BurnCaptions ? CaptionCues.Of(plan.Captions ?? spoken).Cues : [];

    /// <summary>The lines of the voice-over at their planned times.</summary>
    public static IReadOnlyList<CaptionLine> Planned(FilmPlan plan) => [.. plan.Voice.Select(line => new CaptionLine(line.Start, line.End, line.Text))];

    /// <summary>Warnings about captions that say what is said elsewhere too are left out: texts in the picture have their own.</summary>
    public static IEnumerable<FilmWarning> Warnings(FilmPlan plan, IReadOnlyList<CaptionLine> spoken)
    {
        if ((plan.Captions ?? spoken) is not { Count: > 0 } lines)
        {
            yield break;
        }

        var track = CaptionCues.Of(lines);
        if (track.Cut.Count > 0)
        {
            yield return TextWarnings.CaptionsCut(string.Join(' ', track.Cut));
        }

        if (track.Emoji.Length > 0)
        {
            yield return TextWarnings.EmojiLeftOut("the captions", track.Emoji, scene: null);
        }
    }

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
