using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>The texts of the end card: name, a line under it, the button, the address under that.</summary>
internal sealed class EndCardTexts(SceneSetting setting, Typesetter typesetter, LetteringWriter writer, AssScript script)
{
    public void Write(IReadOnlyList<TimedText> texts)
    {
        TimedText? First(string position) => texts.FirstOrDefault(text => text.Position == position);
        var name = First("end_card") ?? First("headline");
        var line = First("end_card") is null ? null : First("headline");
        var foot = First("subline") ?? First("eyebrow");

        // Captions stand at the foot: what stood there, an address or an offer, moves up.
        WriteName(name, line ?? (setting.CaptionRoom > 0 ? foot : null));
        if (First("button") is { } button)
        {
            new ButtonWriter(script, writer, typesetter, setting).Write(button);
        }

        if (foot is not null && setting.CaptionRoom == 0)
        {
            var box = setting.Layout.Eyebrow;
            var look = TextLook.Subline(setting.Layout.EyebrowSize) with { MostLines = 1 };
            if (typesetter.Set(foot.Text.Text, look, box.Width, box.Height) is { } block)
            {
                Add(block, foot, box, box.CentreY - (block.Height / 2), muted: true);
            }
        }
    }

    private void WriteName(TimedText? name, TimedText? line)
    {
        var box = setting.Headline;
        var size = setting.Layout.SublineSize;
        var under = line is null ? null : typesetter.Set(line.Text.Text, TextLook.Subline(size), box.Width, box.Height * 0.4);
        var gap = under is null ? 0 : size * 0.6;
        var look = TextLook.Headline(setting.Layout.HeadlineSize * 1.08) with { MostLines = 2 };
        var main = name is null ? null : typesetter.Set(name.Text.Text, look, box.Width, box.Height - (under?.Height ?? 0) - gap);
        var top = box.CentreY - (((main?.Height ?? 0) + (under?.Height ?? 0) + gap) / 2);
        if (main is not null)
        {
            Add(main, name!, box, top, muted: false);
        }

        if (under is not null)
        {
            Add(under, line!, box, top + (main?.Height ?? 0) + gap, muted: true);
        }
    }

    private void Add(TextBlock block, TimedText text, Box box, double y, bool muted)
    {
        var (hold, x) = Typesetter.Edge(block, box, setting.Layout.Centred);
        writer.Write(new Lettering
        {
            Block = block,
            X = x,
            Y = y,
            Hold = hold,
            FromFrame = text.From,
            ToFrame = text.To,
            Motion = Motion.Of(text.Text.Style),
            Colour = muted ? setting.Theme.InkMuted ?? setting.Theme.Ink : setting.Theme.Ink,
            Opacity = muted && setting.Theme.InkMuted is null ? 0.88 : 1,
            Halo = setting.Halo,
            Stays = text.Stays,
            Bounds = setting.Layout.Safe,
        });
    }
}
