using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>Sets texts in the fonts of this machine.</summary>
internal sealed class Typesetter(FontLibrary fonts, FontCatalogue catalogue, string? language)
{
    private readonly List<string> _warnings = [];

    /// <summary>What had to be left out, each a sentence.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void Warn(string sentence) => _warnings.Add(sentence);

    /// <summary>The text in the largest size that fits; null when nothing of it can be drawn.</summary>
    public TextBlock? Set(string text, TextLook look, double width, double height)
    {
        var chain = fonts.Chain(catalogue, look.Weight, look.Display, HanForms.For(language, text));
        var prepared = new TextPreparer(chain).Prepare(look.Capitals ? text.ToUpperInvariant() : text);
        if (prepared.Missing.Length > 0)
        {
            _warnings.Add($"'{prepared.Missing}' was left out of '{text}': no installed font draws it. 'reelwright doctor' names the fonts to install.");
        }

        return prepared.Units.Count == 0 ? null : TextFitter.Fit(prepared, look, width, height);
    }

    /// <summary>Where a block's lines are held in a box.</summary>
    public static (Hold Hold, double X) Edge(TextBlock block, Box box, Side side) => side switch
    {
        Side.Centre => (Hold.Centre, box.CentreX),
        Side.Right => (Hold.Right, box.Right),
        Side.Start when block.Text.IsRightToLeft => (Hold.Right, box.Right),
        _ => (Hold.Left, box.X),
    };
}
