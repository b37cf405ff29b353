namespace Reelwright.Media.Text;

/// <summary>The texts of the end card: name, lines under it, the button, the address under that.</summary>
internal sealed class EndCardTexts(SceneSetting setting, Typesetter typesetter, LetteringWriter writer, AssScript script)
{
    private const int MostRows = 3;

    public void Write(IReadOnlyList<TimedText> texts)
    {
        var button = texts.FirstOrDefault(text => text.Position == "button");
        var foot = texts.FirstOrDefault(text => text.Position == "subline") ?? texts.FirstOrDefault(text => text.Position == "eyebrow");

        // Captions stand at the foot: what stood there, an address or an offer, moves up.
        var isFootFree = setting.CaptionRoom == 0;
        WriteNames([.. texts.Where(text => text != button && !(isFootFree && text == foot)).OrderBy(Rank).ThenBy(text => text.From)]);
        if (button is not null)
        {
            new ButtonWriter(script, writer, typesetter, setting).Write(button);
        }

        if (foot is not null && isFootFree)
        {
            var box = setting.Layout.Eyebrow;
            var look = TextLook.Subline(setting.Layout.EyebrowSize) with { MostLines = 1 };
            if (typesetter.Set(foot.Text.Text, look, box.Width, box.Height, setting.Scene) is { } block)
            {
                Add(new ColumnLine(foot, block, box.CentreY - (block.Height / 2), IsMain: false), box);
            }
        }
    }

    private static int Rank(TimedText text) => text.Position switch
    {
        "end_card" => 0,
        "headline" => 1,
        "subline" or "eyebrow" => 3,
        _ => 2,
    };

    private void WriteNames(IReadOnlyList<TimedText> texts)
    {
        var main = TextLook.Headline(setting.Layout.HeadlineSize * 1.08) with { MostLines = 2 };
        var column = new TextColumn(setting.Headline, Stack.Around, main, TextLook.Subline(setting.Layout.SublineSize), typesetter)
        {
            Scene = setting.Scene,
            ShareUnder = 0.4,
            GapEms = 0.6,
            MostRows = MostRows,
        };
        foreach (var line in column.Set(texts))
        {
            Add(line, setting.Headline);
        }
    }

    private void Add(ColumnLine line, Scenes.Box box)
    {
        var (hold, x) = Typesetter.Edge(line.Block, box, setting.Side);
        writer.Write(setting.Lettering(line, hold, x, muted: !line.IsMain));
    }
}
