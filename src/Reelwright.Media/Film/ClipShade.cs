using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Soft shade behind one text on a foreign clip, fading in and out with it. Times are in frames of the clip's scene.</summary>
internal sealed record ClipShade(Box Box, int From, int To)
{
    private const int FadeIn = 12;
    private const int FadeOut = 9;

    /// <summary>Frames by which the shade precedes the text.</summary>
    private const int Ahead = 4;

    /// <summary>Between texts at one place with a gap of at most this many frames, the shade stays.</summary>
    private const int Pause = 20;

    /// <summary>The shades of a scene: of every text that is written while the scene is seen, also when it began in another.</summary>
    public static IReadOnlyList<ClipShade> Of(IReadOnlyList<TextPlacement> placed, TimelineScene scene, int frames)
    {
        var texts = placed
            .Where(text => text is { IsOnForeign: true, Ground: null } && text.From < scene.Start + frames && text.To > scene.Start)
            .ToArray();
        return [.. texts.Select(text => new ClipShade(text.Box, text.From - scene.Start, LastsUntil(text, texts) - scene.Start))];
    }

    /// <summary>0 to 1.</summary>
    public double Strength(int frame) =>
        Easing.Smooth((frame + Ahead - From) / (double)FadeIn) * Easing.Smooth((To + Ahead - frame) / (double)FadeOut);

    private static int LastsUntil(TextPlacement text, TextPlacement[] all)
    {
        var next = all.Where(other => other.From >= text.To - 1 && other.From <= text.To + Pause && Meet(other.Box, text.Box)).ToArray();
        return next.Length == 0 ? text.To : next.Min(other => other.From) + FadeIn;
    }

    private static bool Meet(Box one, Box other) => one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;
}
