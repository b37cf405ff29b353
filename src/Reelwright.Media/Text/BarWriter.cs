using System.Globalization;

namespace Reelwright.Media.Text;

/// <summary>The small bar before an eyebrow: it grows from its outer end and fades with the text.</summary>
internal sealed class BarWriter(AssScript script)
{
    private const int Layer = 3;

    /// <param name="x">Pixels of its outer end.</param>
    /// <param name="centreY">Pixels of its middle.</param>
    /// <param name="length">Pixels; negative to grow to the left.</param>
    /// <param name="thickness">Pixels.</param>
    /// <param name="colour"><c>#rrggbb</c>.</param>
    /// <param name="text">The text that it belongs to.</param>
    public void Write(double x, double centreY, double length, double thickness, string colour, TimedText text)
    {
        var frames = text.To - text.From;
        var exit = text.Stays ? 0 : Math.Min(Motion.ExitFrames, frames / 3);
        var grown = Math.Min(Motion.Slide.Frames, frames - exit);
        void Draw(int from, int to, double share, double opacity)
        {
            var width = Math.Max(1, Math.Abs(length) * share);
            var left = length < 0 ? x - width : x;
            var tags = string.Create(CultureInfo.InvariantCulture,
                $"\\an7\\pos({AssText.Number(left)},{AssText.Number(centreY - (thickness / 2))})\\1c{AssText.Colour(colour)}\\alpha{AssText.Alpha(opacity)}\\p1");
            script.Add(Layer, text.From + from, text.From + to, tags, AssText.RoundedBox(width, thickness, Math.Min(thickness, width) / 2) + "{\\p0}");
        }

        for (var frame = 0; frame < grown; frame++)
        {
            Draw(frame, frame + 1, 1 - Math.Pow(1 - ((frame + 1.0) / (grown + 1)), 3), 1);
        }

        Draw(grown, frames - exit, 1, 1);
        for (var frame = frames - exit; frame < frames; frame++)
        {
            Draw(frame, frame + 1, 1, Motion.Exit(frames - frame).Opacity);
        }
    }
}
