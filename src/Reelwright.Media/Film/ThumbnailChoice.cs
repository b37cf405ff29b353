using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>
/// Chooses the thumbnail while the film is encoded: the best still among the moments at which a scene's text is fully shown.
/// </summary>
internal sealed class ThumbnailChoice
{
    private const int TextIsIn = 36;
    private readonly Dictionary<int, double> _weights = [];
    private double _best = double.NegativeInfinity;

    public ThumbnailChoice(FilmPlan plan, IReadOnlyList<TimelineScene> timeline)
    {
        foreach (var scene in timeline)
        {
            var texts = TimedText.Of(plan, timeline, scene);
            var main = texts.FirstOrDefault(text => text.Position is "headline" or "end_card");
            var wanted = main is null ? scene.Start + (scene.Length / 2) : Math.Min(main.From + TextIsIn, (main.From + main.To) / 2);
            var frame = Math.Clamp(wanted, scene.Start + scene.Overlap, scene.End - 1);
            _weights[frame] = Weight(plan.Scenes[scene.Index].Role) * (main is null ? 0.8 : 1);
        }

        Frame = _weights.Keys.First();
    }

    /// <summary>The best so far.</summary>
    public int Frame { get; private set; }

    public void See(int frame, ReadOnlySpan<byte> pixels, int width, int height)
    {
        if (_weights.TryGetValue(frame, out var weight) && weight * FrameScore.Of(pixels, width, height) is var score && score > _best)
        {
            (Frame, _best) = (frame, score);
        }
    }

    private static double Weight(string role) => role switch
    {
        "product" => 1.5,
        "hook" => 1.25,
        "proof" => 1.1,
        "cta" => 0.7,
        _ => 1,
    };
}
