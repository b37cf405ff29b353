namespace Reelwright.Media.Text;

/// <summary>The texts of a scene that is not the end card: eyebrow, headline, subline.</summary>
internal sealed class SceneTexts(SceneSetting setting, Typesetter typesetter, LetteringWriter writer, AssScript script)
{
    private const double BarEms = 1.9;
    private const double BarGapEms = 0.75;

    public void Write(IReadOnlyList<TimedText> texts)
    {
        var sublines = setting.CaptionRoom > 0 ? [] : texts.Where(text => text.Position == "subline").ToList();
        foreach (var text in texts)
        {
            if (text.Position == "eyebrow")
            {
                WriteEyebrow(text);
            }
            else if (text.Position != "subline")
            {
                var subline = sublines.FirstOrDefault(text.IsWith);
                sublines.Remove(subline!);
                WriteBlock(text, subline);
            }
        }

        foreach (var alone in sublines)
        {
            WriteBlock(null, alone);
        }
    }

    private void WriteBlock(TimedText? headline, TimedText? subline)
    {
        var box = setting.Headline;
        var size = setting.Layout.SublineSize;
        var under = subline is null ? null : typesetter.Set(subline.Text.Text, TextLook.Subline(size), box.Width, box.Height * 0.5);
        var gap = under is null ? 0 : size * 0.62;
        var room = box.Height - (under?.Height ?? 0) - gap;
        var main = headline is null ? null : typesetter.Set(headline.Text.Text, TextLook.Headline(setting.Layout.HeadlineSize), box.Width, room);
        if (main is not null)
        {
            Add(main, headline!, box.Y, 1);
        }

        if (under is not null)
        {
            Add(under, subline!, box.Y + (main is null ? 0 : main.Height + gap), 0.92);
        }
    }

    private void Add(TextBlock block, TimedText text, double y, double opacity)
    {
        var (hold, x) = Typesetter.Edge(block, setting.Layout.Headline, setting.Layout.Centred);
        writer.Write(new Lettering
        {
            Block = block,
            X = x,
            Y = y,
            Hold = hold,
            FromFrame = text.From,
            ToFrame = text.To,
            Motion = Motion.Of(text.Text.Style),
            Colour = setting.Theme.Ink,
            Opacity = opacity,
            Halo = setting.Halo,
            Stays = text.Stays,
            Bounds = setting.Layout.Safe,
        });
    }

    // A short bar draws itself, then the words slide out from behind it.
    private void WriteEyebrow(TimedText text)
    {
        var box = setting.Layout.Eyebrow;
        var size = setting.Layout.EyebrowSize;
        if (typesetter.Set(text.Text.Text, TextLook.Eyebrow(size), box.Width - (size * (BarEms + BarGapEms)), box.Height * 1.2) is not { } block)
        {
            return;
        }

        var (hold, edge) = Typesetter.Edge(block, box, centred: false);
        var direction = hold == Hold.Right ? -1 : 1;
        var y = box.CentreY - (block.Size * TextBlock.CapHeight / 2);
        var colour = setting.Halo ? setting.Theme.Ink : setting.Theme.Accent;
        new BarWriter(script).Write(edge, box.CentreY, size * BarEms * direction, size * 0.13, colour, text);
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
            Halo = setting.Halo,
            Stays = text.Stays,
            Bounds = setting.Layout.Safe,
        });
    }
}
