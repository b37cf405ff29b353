using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Copy;

namespace Reelwright.PromptParser.Providers.Local.Story;

/// <summary>Puts the words on the timeline: label, headline, then the line under it; on the last scene the name, a line and the button.</summary>
internal static class OverlayMaker
{
    private const decimal EyebrowDelay = 0.2m;
    private const decimal HeadlineDelay = 0.3m;
    private const decimal SublineDelay = 0.8m;
    private const decimal ButtonDelay = 1.1m;
    private const decimal Tail = 0.2m;

    public static IReadOnlyList<TextOverlay> Make(IReadOnlyList<StoryBeat> beats, AdCopy copy)
    {
        var overlays = new List<TextOverlay>();
        foreach (var beat in beats)
        {
            var scene = copy.Scenes[beat.Index];
            if (beat.Role == SceneRoles.CallToAction)
            {
                overlays.Add(At(beat, copy.EndCard, HeadlineDelay, OverlayPositions.EndCard, OverlayStyles.Words));
                overlays.Add(At(beat, scene.Headline, SublineDelay, OverlayPositions.Subline, OverlayStyles.Rise));
                overlays.Add(At(beat, copy.Button, ButtonDelay, OverlayPositions.Button, OverlayStyles.Pop));
                continue;
            }

            if (beat.Role is SceneRoles.Hook or SceneRoles.Product)
            {
                overlays.Add(At(beat, scene.Title, EyebrowDelay, OverlayPositions.Eyebrow, OverlayStyles.Fade));
            }

            overlays.Add(At(beat, scene.Headline, HeadlineDelay, OverlayPositions.Headline, OverlayStyles.Words));
            if (scene.Subline is { } subline)
            {
                overlays.Add(At(beat, subline, SublineDelay, OverlayPositions.Subline, OverlayStyles.Rise));
            }
        }

        return overlays;
    }

    /// <summary>In scenes too short for the usual delays, everything moves up in proportion.</summary>
    private static TextOverlay At(StoryBeat beat, string text, decimal delay, string position, string style)
    {
        const decimal UsualScene = 2.5m;
        var scale = Math.Min(1, beat.Duration / UsualScene);
        var isLast = beat.Role == SceneRoles.CallToAction;
        return new TextOverlay
        {
            Text = text,
            StartTime = beat.Start + decimal.Round(delay * scale, 2),
            EndTime = beat.End - (isLast ? 0 : decimal.Round(Tail * scale, 2)),
            Position = position,
            Style = style,
        };
    }
}
