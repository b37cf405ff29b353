using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Writes the title and legends of a contact sheet with the film's text code, so that any script is set correctly.</summary>
internal static class StoryboardLettering
{
    /// <summary>The time in the film at which all text animations are complete.</summary>
    public const double SettledSeconds = 1.5;

    private const int Frames = 90;
    private const string Ink = "#f4f4f4";
    private const string Muted = "#a9a9a9";

    public static string Write(StoryboardSheet sheet, StoryboardWords words, Typesetter typesetter)
    {
        var script = new AssScript(sheet.Width, sheet.Height);
        var writer = new LetteringWriter(script);
        var width = sheet.Width - (2 * StoryboardSheet.Margin);
        Add(words.Title, TextLook.Headline(44) with { MostLines = 1 }, new Box(StoryboardSheet.Margin, 40, width, 50), Ink);
        Add(words.Subtitle, TextLook.Subline(24) with { MostLines = 1 }, new Box(StoryboardSheet.Margin, 98, width, 32), Muted);
        foreach (var (index, legend) in words.Legends.Index())
        {
            var box = sheet.LegendOf(index);
            Add(legend.Head, TextLook.Subline(22) with { Weight = 700, MostLines = 1 }, box with { Y = box.Y + 16, Height = 28 }, Ink);
            Add(legend.Foot, TextLook.Subline(19) with { MostLines = 1 }, box with { Y = box.Y + 46, Height = 26 }, Muted);
        }

        return script.ToString();

        void Add(string text, TextLook look, Box box, string colour)
        {
            if (typesetter.Set(text, look, box.Width, box.Height) is not { } block)
            {
                return;
            }

            var (hold, x) = Typesetter.Edge(block, box, Side.Start);
            writer.Write(new Lettering
            {
                Block = block,
                X = x,
                Y = box.Y,
                Hold = hold,
                FromFrame = 0,
                ToFrame = Frames,
                Motion = Motion.Fade,
                Colour = colour,
                Stays = true,
                Bounds = box,
            });
        }
    }
}
