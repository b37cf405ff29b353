using System.Text;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Lower case without accents, so that "Crème", "crème" and "creme" are one word. Every letter stays one letter or two.</summary>
internal static class Folding
{
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķĺļľłñńņňòóôõöøōőŕřśşšșťţțùúûüūůűųýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiiikllllnnnnoooooooorrsssstttuuuuuuuuyyzzz";

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            Append(folded, char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        switch (letter)
        {
            case < '\u0080':
                folded.Append(letter);
                break;
            case >= '\u0300' and <= '\u036F':
                break;
            case 'ß':
                folded.Append("ss");
                break;
            case 'œ':
                folded.Append("oe");
                break;
            case 'æ':
                folded.Append("ae");
                break;
            case '’' or 'ʼ':
                folded.Append('\'');
                break;
            default:
                var index = Accented.IndexOf(letter, StringComparison.Ordinal);
                folded.Append(index < 0 ? letter : Plain[index]);
                break;
        }
    }
}
