using Reelwright.Contracts.Services;
using Reelwright.Media.Film;

namespace Reelwright.Composition.Films;

/// <summary>The texts of a film: the plan's, and what an end card lacks.</summary>
internal static class FilmTexts
{
    private const double NameAfter = 0.3;
    private const double ButtonAfter = 0.8;

    public static IReadOnlyList<FilmText> Of(ComposeRequest request)
    {
        List<FilmText> texts =
        [
            .. (request.TextOverlays ?? [])
                .Where(overlay => overlay.EndTime > overlay.StartTime && !string.IsNullOrWhiteSpace(overlay.Text))
                .Select(Overlay),
        ];
        AddToEndCard(texts, request, OverlayPositions.EndCard, request.BrandGuidelines?.Name, NameAfter, OverlayStyles.Rise);
        AddToEndCard(texts, request, OverlayPositions.Button, request.Options?.CallToAction ?? request.CallToAction, ButtonAfter, OverlayStyles.Pop);
        return texts;
    }

    private static FilmText Overlay(TextOverlay overlay) => new()
    {
        Text = overlay.Text,
        Start = (double)overlay.StartTime,
        End = (double)overlay.EndTime,
        Position = overlay.Position ?? OverlayPositions.Headline,
        Style = overlay.Style ?? OverlayStyles.Fade,
    };

    private static void AddToEndCard(List<FilmText> texts, ComposeRequest request, string position, string? text, double after, string style)
    {
        var last = request.Scenes[^1];
        if (!string.IsNullOrWhiteSpace(text) && texts.TrueForAll(present => present.Position != position))
        {
            var start = Math.Min((double)last.StartTime + after, (double)last.EndTime - after);
            texts.Add(new FilmText { Text = text, Start = Math.Max(start, 0), End = (double)last.EndTime, Position = position, Style = style });
        }
    }
}
