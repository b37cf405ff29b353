using System.Globalization;
using System.Text;

namespace Reelwright.Media.Text;

/// <summary>Bakes a lettering into events: 1 the entrance frame by frame, 2 the rest as one event, 3 the exit frame by frame.</summary>
internal sealed class LetteringWriter(AssScript script)
{
    private const int Layer = 3;
    private const string LeftToRightMark = "\u200E";
    private const string RightToLeftMark = "\u200F";
    private const int MostStagger = 20;

    private readonly List<TextPlacement> _placed = [];

    /// <summary>All that was written, where it rests.</summary>
    public IReadOnlyList<TextPlacement> Placed => _placed;

    public void Write(Lettering lettering)
    {
        _placed.Add(TextPlacement.Of(lettering));
        var first = 0;
        var units = lettering.Block.Lines.Sum(line => line.Units.Count);
        for (var line = 0; line < lettering.Block.Lines.Count; line++)
        {
            var place = first;
            WriteLine(lettering, line, unit => Delay(lettering, place + unit, units, line));
            first += lettering.Block.Lines[line].Units.Count;
        }
    }

    /// <summary>Notes what is drawn by other means than <see cref="Write"/>.</summary>
    public void Note(TextPlacement placement) => _placed.Add(placement);

    /// <summary>One line around a point, in one pose: a button's label.</summary>
    public void WriteStill(TextBlock block, double centreX, double centreY, string colour, int from, int to, Pose pose)
    {
        var line = block.Lines[0];

        // Capitals look centred when their middle is, not when the middle of the font's whole height is.
        var y = centreY + (pose.Scale * block.Size * ((TextBlock.CapHeight / 2) - ((line.Ascent - line.Descent) / 2)));
        var tags = string.Create(CultureInfo.InvariantCulture,
            $"\\an5\\pos({AssText.Number(centreX)},{AssText.Number(y)})\\1c{AssText.Colour(colour)}\\fscx{AssText.Number(pose.Scale * 100)}\\fscy{AssText.Number(pose.Scale * 100)}");
        script.Add(Layer, from, to, tags, Content(block, line, new AlphaRule(1, false), pose.Opacity, Enumerable.Range(0, line.Units.Count).ToHashSet()));
    }

    private static int Delay(Lettering lettering, int unit, int units, int line)
    {
        var perUnit = lettering.Motion.PerUnit && !lettering.Block.Text.IsComplex;
        return perUnit
            ? (int)(unit * Math.Min(2.2, (double)MostStagger / units))
            : line * 3;
    }

    private void WriteLine(Lettering lettering, int line, Func<int, int> delay)
    {
        var units = lettering.Block.Lines[line].Units.Count;
        var length = lettering.ToFrame - lettering.FromFrame;
        var exit = lettering.Stays ? 0 : Math.Min(Motion.ExitFrames, length / 3);
        var settled = Math.Min(length - exit, delay(units - 1) + lettering.Motion.Frames);
        var all = Enumerable.Range(0, units).ToHashSet();

        // 1 entrance
        for (var frame = 0; frame < settled; frame++)
        {
            var now = frame;
            foreach (var group in all.GroupBy(unit => lettering.Motion.Enter(now - delay(unit))).Where(group => group.Key.Opacity > 0))
            {
                Show(lettering, line, frame, frame + 1, group.Key, group.ToHashSet());
            }
        }

        // 2 rest
        Show(lettering, line, settled, length - exit, Pose.Rest, all);

        // 3 exit
        for (var frame = length - exit; frame < length; frame++)
        {
            Show(lettering, line, frame, frame + 1, Motion.Exit(length - frame), all);
        }
    }

    private void Show(Lettering lettering, int line, int from, int to, Pose pose, HashSet<int> seen)
    {
        var block = lettering.Block;
        var textLine = block.Lines[line];
        var baseline = lettering.Y + block.Baseline(line) + (pose.Down * block.Size);
        var x = lettering.X + (pose.Right * block.Size);
        var centred = lettering.Motion.FromCentre;
        var y = centred
            ? baseline - ((textLine.Ascent - textLine.Descent) / 2 * block.Size)
            : baseline + (textLine.Descent * block.Size);
        var tags = new StringBuilder();
        tags.Append(CultureInfo.InvariantCulture, $"\\an{(int)lettering.Hold + (centred ? 3 : 0)}\\pos({AssText.Number(x)},{AssText.Number(y)})");
        tags.Append(CultureInfo.InvariantCulture, $"\\1c{AssText.Colour(lettering.Colour)}");
        if (pose != Pose.Rest)
        {
            var bounds = lettering.Bounds;
            tags.Append(CultureInfo.InvariantCulture, $"\\clip({(int)bounds.X},{(int)bounds.Y},{(int)Math.Ceiling(bounds.Right)},{(int)Math.Ceiling(bounds.Bottom)})");
        }

        if (pose.Scale != 1)
        {
            tags.Append(CultureInfo.InvariantCulture, $"\\fscx{AssText.Number(pose.Scale * 100)}\\fscy{AssText.Number(pose.Scale * 100)}");
        }

        if (lettering.Halo)
        {
            tags.Append(CultureInfo.InvariantCulture, $"\\bord{AssText.Number(block.Size * 0.05)}\\3c&H000000&\\blur{AssText.Number(block.Size * 0.12)}");
        }
        else if (pose.Blur > 0)
        {
            tags.Append(CultureInfo.InvariantCulture, $"\\blur{AssText.Number(pose.Blur * block.Size)}");
        }

        script.Add(Layer, lettering.FromFrame + from, lettering.FromFrame + to, tags.ToString(), Content(block, textLine, new AlphaRule(lettering.Opacity, lettering.Halo), pose.Opacity, seen));
    }

    // A mark gives each line the base direction of its text (UAX #9, HL1). Unseen words are written too, transparent, so that the seen ones stand exactly where they will rest.
    private static string Content(TextBlock block, TextLine line, AlphaRule alpha, double opacity, HashSet<int> seen)
    {
        var text = new StringBuilder();
        FontFace? face = null;
        bool? visible = null;
        var direction = !block.Text.IsMixed ? string.Empty : block.Text.IsRightToLeft ? RightToLeftMark : LeftToRightMark;
        for (var i = 0; i < line.Units.Count; i++)
        {
            var unit = line.Units[i];
            if (i > 0 && unit.SpaceBefore)
            {
                text.Append(' ');
            }

            if (visible != seen.Contains(i))
            {
                visible = seen.Contains(i);
                text.Append('{').Append(alpha.Tags(visible.Value ? opacity : 0)).Append('}');
            }

            foreach (var run in unit.Runs)
            {
                if (!run.Face.Equals(face))
                {
                    face = run.Face;
                    text.Append('{').Append(AssText.FontTags(face, block.Size, block.Tracking)).Append('}').Append(direction);
                    direction = string.Empty;
                }

                text.Append(AssText.Escape(run.Text));
            }
        }

        return text.ToString();
    }

    private readonly record struct AlphaRule(double Full, bool Halo)
    {
        public string Tags(double opacity) =>
            Halo
                ? $"\\1a{AssText.Alpha(opacity * Full)}\\3a{AssText.Alpha(opacity * 0.45)}"
                : $"\\alpha{AssText.Alpha(opacity * Full)}";
    }
}
