using System.Buffers.Binary;
using System.Text;

namespace Reelwright.Media.Text;

/// <summary>
/// The few tables of an OpenType file that laying out a line needs: which characters it draws (cmap), how wide they are (hmtx) and
/// how tall it is. Layout of the tables: https://learn.microsoft.com/typography/opentype/spec/otff.
/// </summary>
internal sealed class OpenTypeFont
{
    private const uint CollectionTag = 0x74746366;
    private readonly CharacterMap _map;
    private readonly byte[] _advances;
    private readonly int _advanceCount;

    private OpenTypeFont(CharacterMap map, byte[] advances, int advanceCount, int unitsPerEm, int ascent, int descent)
    {
        _map = map;
        _advances = advances;
        _advanceCount = advanceCount;
        UnitsPerEm = unitsPerEm;
        Ascent = (double)ascent / unitsPerEm;
        Descent = (double)descent / unitsPerEm;
    }

    public int UnitsPerEm { get; }

    /// <summary>Ems above the baseline, as libass takes it (the Windows metrics).</summary>
    public double Ascent { get; }

    /// <summary>Ems below the baseline, positive.</summary>
    public double Descent { get; }

    public bool Draws(Rune character) => _map.Glyph(character) != 0;

    /// <summary>Ems.</summary>
    public double Advance(Rune character)
    {
        if (_advanceCount == 0)
        {
            return 0;
        }

        var glyph = Math.Min(_map.Glyph(character), _advanceCount - 1);
        return (double)BinaryPrimitives.ReadUInt16BigEndian(_advances.AsSpan(glyph * 4)) / UnitsPerEm;
    }

    /// <exception cref="InvalidDataException">The file is not such a font.</exception>
    public static OpenTypeFont Read(string path, int index)
    {
        using var file = File.OpenRead(path);
        var start = 0L;
        var header = ReadAt(file, 0, 12);
        if (BinaryPrimitives.ReadUInt32BigEndian(header) == CollectionTag)
        {
            start = BinaryPrimitives.ReadUInt32BigEndian(ReadAt(file, 12 + (index * 4), 4));
            header = ReadAt(file, start, 12);
        }

        var tables = Directory(file, start + 12, BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4)));
        byte[] Table(string tag) =>
            tables.TryGetValue(tag, out var place)
                ? ReadAt(file, place.Offset, place.Length)
                : throw new InvalidDataException($"'{path}' has no table '{tag}'.");

        var horizontal = Table("hhea");
        var (ascent, descent) = Height(horizontal, Table("OS/2"));
        return new OpenTypeFont(
            CharacterMap.Parse(Table("cmap")),
            Table("hmtx"),
            BinaryPrimitives.ReadUInt16BigEndian(horizontal.AsSpan(34)),
            Math.Max(1, (int)BinaryPrimitives.ReadUInt16BigEndian(Table("head").AsSpan(18))),
            ascent,
            descent);
    }

    private static (int Ascent, int Descent) Height(byte[] horizontal, byte[] windows)
    {
        int above = BinaryPrimitives.ReadUInt16BigEndian(windows.AsSpan(74));
        int below = BinaryPrimitives.ReadUInt16BigEndian(windows.AsSpan(76));
        return above + below > 0
            ? (above, below)
            : (BinaryPrimitives.ReadInt16BigEndian(horizontal.AsSpan(4)), -BinaryPrimitives.ReadInt16BigEndian(horizontal.AsSpan(6)));
    }

    private static Dictionary<string, (long Offset, int Length)> Directory(FileStream file, long offset, int count)
    {
        var records = ReadAt(file, offset, count * 16);
        return Enumerable.Range(0, count).ToDictionary(
            i => Encoding.ASCII.GetString(records, i * 16, 4),
            i => ((long)BinaryPrimitives.ReadUInt32BigEndian(records.AsSpan((i * 16) + 8)),
                  (int)BinaryPrimitives.ReadUInt32BigEndian(records.AsSpan((i * 16) + 12))));
    }

    private static byte[] ReadAt(FileStream file, long offset, int length)
    {
        if (offset < 0 || length < 0 || offset + length > file.Length)
        {
            throw new InvalidDataException($"'{file.Name}' is cut short.");
        }

        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
