using System.Collections.Concurrent;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Text;

/// <summary>Fonts in the order in which they are asked for a character.</summary>
internal sealed class FontChain(IReadOnlyList<FontFace> faces)
{
    private readonly ConcurrentDictionary<string, FontFace?> _found = new(StringComparer.Ordinal);

    /// <summary>The first font that draws all of a cluster (a base character with its marks); null when none does.</summary>
    public FontFace? For(string cluster) =>
        _found.GetOrAdd(cluster, text => faces.FirstOrDefault(face => face.Font is { } font && DrawsAll(font, text)));

    private static bool DrawsAll(OpenTypeFont font, string text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (!Scripts.IsJoiner(character) && !font.Draws(character))
            {
                return false;
            }
        }

        return true;
    }
}
