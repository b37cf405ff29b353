using System.Globalization;
using Reelwright.Contracts.Services;
using Reelwright.Media.Film;

namespace Reelwright.Composition.Films;

/// <summary>Checks the times of the scenes against each other, which the rules of single members can't.</summary>
public static class SceneTimes
{
    private const decimal ShortestFilm = 1;

    /// <summary>
    /// Null when each scene lasts a frame at least and starts after the one before it, and the film is long enough for music.
    /// </summary>
    public static string? FindFault(IReadOnlyList<ComposeScene> scenes)
    {
        var previous = -1;
        foreach (var (index, scene) in scenes.Index())
        {
            var first = FrameAt(scene.StartTime);
            if (FrameAt(scene.EndTime) <= first || first <= previous)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"scenes[{index}]: goes from {scene.StartTime:0.###} to {scene.EndTime:0.###} s. "
                    + $"It must last at least 1/{FilmPlan.FrameRate} s and start after the scene before it.");
            }

            previous = first;
        }

        return scenes[^1].EndTime < ShortestFilm
            ? string.Create(CultureInfo.InvariantCulture, $"scenes: the film lasts {scenes[^1].EndTime:0.###} s. It must last at least {ShortestFilm} s.")
            : null;
    }

    private static int FrameAt(decimal seconds) => (int)Math.Round(seconds * FilmPlan.FrameRate, MidpointRounding.AwayFromZero);
}
