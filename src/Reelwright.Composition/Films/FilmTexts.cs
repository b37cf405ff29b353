using System.Globalization;
using Reelwright.Contracts.Services;
using Reelwright.Media.Film;

namespace Reelwright.Composition.Films;

/// <summary>The texts of a film: those of the plan, and the name and button that its end card lacks.</summary>
internal static class FilmTexts
{
    private const double NameAfter = 0.3;
    private const double ButtonAfter = 0.8;

    public static IReadOnlyList<FilmText> Of(ComposeRequest request)
    {
        var name = request.BrandGuidelines?.Name;
        var button = request.Options?.CallToAction ?? request.CallToAction;
        List<FilmText> texts =
        [
            .. (request.TextOverlays ?? [])
                .Where(overlay => IsShown(overlay, request) && !string.IsNullOrWhiteSpace(overlay.Text))
                .Select(overlay => Overlay(overlay, request, name, button)),
        ];
        AddToEndCard(texts, request, OverlayPositions.EndCard, name, NameAfter, OverlayStyles.Rise);
        AddToEndCard(texts, request, OverlayPositions.Button, button, ButtonAfter, OverlayStyles.Pop);
        return texts;
    }

    /// <summary>The texts of the plan that are never shown.</summary>
    public static IEnumerable<FilmWarning> Warnings(ComposeRequest request) =>
        from overlay in request.TextOverlays ?? []
        where !IsShown(overlay, request) && !string.IsNullOrWhiteSpace(overlay.Text)
        let times = string.Create(CultureInfo.InvariantCulture, $"{StartOf(overlay):0.##} s and ends at {EndOf(overlay, request):0.##} s")
        select TextWarnings.LeftOut(overlay.Text, $"it starts at {times}", FilmPlanner.SceneAt(request, StartOf(overlay)));

    private static bool IsShown(TextOverlay overlay, ComposeRequest request) => EndOf(overlay, request) > StartOf(overlay);

    private static FilmText Overlay(TextOverlay overlay, ComposeRequest request, string? name, string? button) => new()
    {
        Text = overlay.Text,
        Start = (double)StartOf(overlay),
        End = (double)EndOf(overlay, request),
        Position = EndCardPosition(overlay, request, name, button) ?? overlay.Position ?? OverlayPositions.Headline,
        Style = overlay.Style ?? OverlayStyles.Fade,
    };

    // A plan without end card positions puts the call to action, or the name, into a text of the last scene. It must not be shown twice.
    private static string? EndCardPosition(TextOverlay overlay, ComposeRequest request, string? name, string? button) =>
        StartOf(overlay) < request.Scenes[^1].StartTime || OverlayPositions.All.Contains(overlay.Position) ? null
        : IsSame(overlay.Text, button) ? OverlayPositions.Button
        : IsSame(overlay.Text, name) ? OverlayPositions.EndCard
        : null;

    // Missing times are those of the film.
    private static decimal StartOf(TextOverlay overlay) => overlay.StartTime ?? 0;

    private static decimal EndOf(TextOverlay overlay, ComposeRequest request) => overlay.EndTime ?? request.Scenes[^1].EndTime;

    private static bool IsSame(string text, string? other) => string.Equals(text.Trim().TrimEnd('!', '.'), other?.Trim().TrimEnd('!', '.'), StringComparison.OrdinalIgnoreCase);

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
