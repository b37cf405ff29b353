using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>The texts of a scene that is not the end card: eyebrow, headline, subline, or what a foreign plan wrote at places of its own.</summary>
internal sealed class SceneTexts(SceneSetting setting, Typesetter typesetter, LetteringWriter writer, AssScript script)
{
    private const double BarEms = 1.9;
    private const double EyebrowLift = 0.35;
    private const double BarGapEms = 0.75;

    /// <summary>A foreign plan may have a text at each of three places, none of which knows what the picture shows.</summary>
    private const double PlacedSize = 0.8;

    public void Write(IReadOnlyList<TimedText> texts)
    {
        var eyebrows = new List<TimedText>();
        foreach (var text in texts.Where(text => text.Position == "eyebrow" && !eyebrows.Exists(other => other.IsWith(text))))
        {
            eyebrows.Add(text);
            WriteEyebrow(text);
        }

        var others = texts.Where(text => !eyebrows.Contains(text) && !IsLeftOut(text)).ToArray();
        var places = others.ToDictionary(text => text, text => TextPlace.Read(text.Position));
        if (setting.IsForeign && eyebrows.Count == 0 && !places.ContainsValue(null))
        {
            foreach (var third in others.OrderBy(text => text.From).GroupBy(text => places[text]!.Stack))
            {
                WriteThird([.. third], text => places[text]!);
            }
        }
        else
        {
            WriteHeadlines([.. others.OrderBy(Rank).ThenBy(text => text.From)]);
        }
    }

    private bool IsLeftOut(TimedText text)
    {
        var isLeftOut = text.Position == "subline" && setting.IsCrowded;
        if (isLeftOut)
        {
            typesetter.Warn(TextWarnings.LeftOut(text.Text.Text, "captions take its place", setting.Scene));
        }

        return isLeftOut;
    }

    private static int Rank(TimedText text) => text.Position is "subline" or "eyebrow" ? 1 : 0;

    private void WriteHeadlines(IReadOnlyList<TimedText> texts)
    {
        var (main, under) = (TextLook.Headline(setting.Layout.HeadlineSize), TextLook.Subline(setting.Layout.SublineSize));
        foreach (var line in new TextColumn(setting.Headline, Stack.Down, main, under, typesetter) { Scene = setting.Scene }.Set(texts))
        {
            Add(line, setting.Layout.Headline, setting.Side);
        }
    }

    private void WriteThird(IReadOnlyList<TimedText> texts, Func<TimedText, TextPlace> placeOf)
    {
        var (box, stack) = (placeOf(texts[0]).In(setting.Safe), placeOf(texts[0]).Stack);
        var (main, under) = (TextLook.Headline(setting.Layout.HeadlineSize * PlacedSize), TextLook.Subline(setting.Layout.SublineSize));
        foreach (var line in new TextColumn(box, stack, main, under, typesetter) { Scene = setting.Scene }.Set(texts))
        {
            Add(line, box, placeOf(line.Text).Side);
        }
    }

    private void Add(ColumnLine line, Box box, Side side)
    {
        var (hold, x) = Typesetter.Edge(line.Block, box, side);
        writer.Write(setting.Lettering(line, hold, x, muted: !line.IsMain));
    }

    // A short bar draws itself, then the words slide out from behind it.
    private void WriteEyebrow(TimedText text)
    {
        var box = setting.Layout.Eyebrow;
        var size = setting.Layout.EyebrowSize;
        if (typesetter.Set(text.Text.Text, TextLook.Eyebrow(size), box.Width - (size * (BarEms + BarGapEms)), box.Height * 1.2, setting.Scene) is not { } block)
        {
            return;
        }

        var (hold, edge) = Typesetter.Edge(block, box, Side.Start);
        var y = box.Y - (size * EyebrowLift);
        var direction = hold == Hold.Right ? -1 : 1;
        var colour = setting.Theme.AccentText ?? setting.Theme.Accent;
        new BarWriter(script).Write(edge, y + (block.Size * TextBlock.CapHeight / 2), size * BarEms * direction, size * 0.13, colour, text);
        writer.Write(new Lettering
        {
            Block = block,
            X = edge + (direction * size * (BarEms + BarGapEms)),
            Y = y,
            Hold = hold,
            FromFrame = Math.Min(text.From + 3, text.To - 1),
            ToFrame = text.To,
            Motion = Motion.Slide,
            Colour = colour,
            Halo = setting.IsForeign,
            Stays = text.Stays,
            Bounds = setting.Layout.Safe,
        });
    }
}
