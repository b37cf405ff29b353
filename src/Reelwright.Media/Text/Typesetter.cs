using Reelwright.Media.Film;
using Reelwright.Media.Scenes;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Text;

/// <summary>Sets texts in the fonts of this machine.</summary>
internal sealed class Typesetter(FontLibrary fonts, FontCatalogue catalogue, string? language)
{
    private readonly List<FilmWarning> _warnings = [];

    /// <summary>What was left out or cut.</summary>
    public IReadOnlyList<FilmWarning> Warnings => _warnings;

    public void Warn(FilmWarning warning) => _warnings.Add(warning);

    /// <summary>The text in the largest size that fits; null when nothing of it can be drawn.</summary>
    /// <param name="scene">The scene that warnings name; null for a text of no scene.</param>
    public TextBlock? Set(string text, TextLook look, double width, double height, int? scene = null)
    {
        var clean = TextCleaner.Read(text);
        var isLeftover = clean.Emoji.Length > 0 && !TextCleaner.SaysSomething(clean.Text);
        var prepared = Prepare(isLeftover ? string.Empty : clean.Text, look);
        WarnOf(clean, prepared, text, scene);
        if (prepared.Units.Count == 0)
        {
            return null;
        }

        var block = TextFitter.Fit(prepared, look, width, height);
        if (block.Cut is { } cut)
        {
            Warn(TextWarnings.Cut(text, cut, scene));
        }

        return block;
    }

    /// <summary>Lines that stand as they are, in the largest size that fits; null when they fit at no size.</summary>
    /// <param name="whole">The text that the lines are part of: it gives them their direction.</param>
    public TextBlock? SetLines(IReadOnlyList<string> lines, string whole, TextLook look, double width, double height)
    {
        PreparedText[] prepared = [.. lines.Select(line => Prepare(TextCleaner.Clean(line), look))];
        if (prepared.Any(line => line.Units.Count == 0 || line.Missing.Length > 0))
        {
            return null;
        }

        var text = prepared[0] with
        {
            Units = [.. prepared.SelectMany(line => line.Units)],
            IsRightToLeft = TextDirection.IsRightToLeft(whole),
            IsMixed = TextDirection.IsMixed(whole),
            IsComplex = prepared.Any(line => line.IsComplex),
        };
        return TextFitter.FitLines(text, [.. prepared.Select(line => line.Units)], look, width, height);
    }

    /// <summary>Where a block's lines are held in a box.</summary>
    public static (Hold Hold, double X) Edge(TextBlock block, Box box, Side side) => side switch
    {
        Side.Centre => (Hold.Centre, box.CentreX),
        Side.Right => (Hold.Right, box.Right),
        Side.Start when block.Text.IsRightToLeft => (Hold.Right, box.Right),
        _ => (Hold.Left, box.X),
    };

    private PreparedText Prepare(string clean, TextLook look)
    {
        var chain = fonts.Chain(catalogue, look.Weight, look.Display, HanForms.For(language, clean));
        return new TextPreparer(chain).Prepare(look.Capitals ? Casing.Capitals(clean, language) : clean);
    }

    private void WarnOf(CleanText clean, PreparedText prepared, string text, int? scene)
    {
        if (prepared.Missing.Length > 0)
        {
            Warn(TextWarnings.GlyphsMissing(text, prepared.Missing, scene));
        }

        if (clean.Emoji.Length > 0)
        {
            Warn(TextWarnings.EmojiLeftOut(text, clean.Emoji, scene));
        }
    }
}
