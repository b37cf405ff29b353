using System.Buffers.Binary;
using System.Text;

namespace Reelwright.Media.Text;

/// <summary>The cmap table: from characters to glyphs, in its two living formats, 4 (16 bit) and 12 (32 bit).</summary>
internal sealed class CharacterMap
{
    private readonly byte[] _table;
    private readonly int _offset;
    private readonly int _format;

    private CharacterMap(byte[] table, int offset, int format)
    {
        _table = table;
        _offset = offset;
        _format = format;
    }

    public static CharacterMap Parse(byte[] table)
    {
        var best = (Offset: 0, Format: 0);
        for (var i = 0; i < U16(table, 2); i++)
        {
            var platform = U16(table, 4 + (i * 8));
            var encoding = U16(table, 6 + (i * 8));
            var offset = (int)U32(table, 8 + (i * 8));
            var format = U16(table, offset);
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (unicode && format is 4 or 12 && format > best.Format)
            {
                best = (offset, format);
            }
        }

        return best.Format == 0
            ? throw new InvalidDataException("The font has no Unicode character map.")
            : new CharacterMap(table, best.Offset, best.Format);
    }

    /// <summary>0 when the font does not draw it.</summary>
    public int Glyph(Rune character) => _format == 12 ? InGroups((uint)character.Value) : InSegments(character.Value);

    private int InGroups(uint character)
    {
        var (low, high) = (0, (int)U32(_table, _offset + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _offset + 16 + (middle * 12);
            if (character < U32(_table, group))
            {
                high = middle - 1;
            }
            else if (character > U32(_table, group + 4))
            {
                low = middle + 1;
            }
            else
            {
                return (int)(U32(_table, group + 8) + character - U32(_table, group));
            }
        }

        return 0;
    }

    private int InSegments(int character)
    {
        if (character > 0xFFFF)
        {
            return 0;
        }

        var doubled = U16(_table, _offset + 6);
        var (low, high) = (0, (doubled / 2) - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = U16(_table, _offset + 14 + (middle * 2)) < character ? (middle + 1, high) : (low, middle);
        }

        var starts = _offset + 16 + doubled;
        var start = U16(_table, starts + (low * 2));
        if (character < start || character > U16(_table, _offset + 14 + (low * 2)))
        {
            return 0;
        }

        var delta = U16(_table, starts + doubled + (low * 2));
        var rangeAt = starts + (2 * doubled) + (low * 2);
        var range = U16(_table, rangeAt);
        if (range == 0)
        {
            return (character + delta) & 0xFFFF;
        }

        var glyph = U16(_table, rangeAt + range + ((character - start) * 2));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private static ushort U16(byte[] table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(offset));

    private static uint U32(byte[] table, int offset) => BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan(offset));
}
