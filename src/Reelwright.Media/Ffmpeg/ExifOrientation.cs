using System.Buffers.Binary;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Reads the orientation from EXIF metadata: the first directory of a small TIFF file.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int EntryBytes = 12;
    private const int HeaderBytes = 8;

    /// <summary>1 to 8; null when the metadata has another format, is damaged or holds no orientation.</summary>
    public static int? Find(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        var little = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < HeaderBytes || !(little || tiff.StartsWith("MM\0*"u8)))
        {
            return null;
        }

        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
        {
            return null;
        }

        var directory = tiff[(int)first..];
        var count = Short(directory, little);
        var entries = directory[2..];
        for (var i = 0; i < Math.Min(count, entries.Length / EntryBytes); i++)
        {
            var entry = entries.Slice(i * EntryBytes, EntryBytes);
            if (Short(entry, little) == Tag)
            {
                return Short(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : null;
            }
        }

        return null;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
