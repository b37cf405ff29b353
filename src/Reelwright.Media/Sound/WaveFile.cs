using System.Buffers.Binary;

namespace Reelwright.Media.Sound;

/// <summary>Stereo WAV with 32-bit float samples at 48 kHz.</summary>
internal static class WaveFile
{
    private const int HeaderBytes = 58;
    private const short FloatFormat = 3;
    private const int FrameBytes = 8;

    public static void Write(string path, ReadOnlySpan<float> interleaved)
    {
        var part = path + ".part";
        using (var file = File.Create(part))
        {
            file.Write(Header(interleaved.Length / 2));
            Span<byte> block = stackalloc byte[8192];
            while (!interleaved.IsEmpty)
            {
                var count = Math.Min(interleaved.Length, block.Length / 4);
                for (var i = 0; i < count; i++)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(block[(i * 4)..], interleaved[i]);
                }

                file.Write(block[..(count * 4)]);
                interleaved = interleaved[count..];
            }
        }

        File.Move(part, path, overwrite: true);
    }

    /// <summary>RIFF with an extended format chunk and a fact chunk, as formats other than PCM must have.</summary>
    private static byte[] Header(int frames)
    {
        var header = new byte[HeaderBytes];
        var dataBytes = frames * FrameBytes;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 18);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), FloatFormat);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 2);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), StereoTrack.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), StereoTrack.Rate * FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 32);
        "fact"u8.CopyTo(header.AsSpan(38));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(42), 4);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(46), frames);
        "data"u8.CopyTo(header.AsSpan(50));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(54), dataBytes);
        return header;
    }
}
