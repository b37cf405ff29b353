using Reelwright.Media.Captions;

namespace Reelwright.Media.Film;

/// <summary>The lines of a film's captions.</summary>
internal static class FilmCaptions
{
    /// <summary>What the plan says, else what is spoken, else what is written large.</summary>
    public static IReadOnlyList<CaptionLine> Of(FilmPlan plan) =>
        ToBurn(plan) is { Count: > 0 } lines
            ? lines
            : [.. plan.Texts.Where(text => text.Position is not ("eyebrow" or "subline")).Select(text => new CaptionLine(text.Start, text.End, text.Text))];

    /// <summary>Captions that the picture does not show already.</summary>
    public static IReadOnlyList<CaptionLine> ToBurn(FilmPlan plan) =>
        plan.Captions ?? [.. plan.Voice.Select(line => new CaptionLine(line.Start, line.End, line.Text))];
}
