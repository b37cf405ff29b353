using System.Globalization;

namespace Reelwright.Media.Ffmpeg;

/// <summary>The time that the packets of a file or a stream cover.</summary>
/// <param name="Length">From the first packet's start to the last one's end; null when the packets have no times.</param>
/// <param name="End">On the file's timeline; null when the packets have no times.</param>
internal readonly record struct PacketSpan(TimeSpan? Length, TimeSpan? End)
{
    private const double Longest = 1e6;

    public static PacketSpan Of(IReadOnlyList<ProbePacket> packets)
    {
        var (start, end) = (double.MaxValue, double.MinValue);
        foreach (var packet in packets)
        {
            if (Number(packet.PtsTime) is { } at)
            {
                start = Math.Min(start, at);
                end = Math.Max(end, at + Math.Max(0, Number(packet.DurationTime) ?? 0));
            }
        }

        return end > start ? new(TimeSpan.FromSeconds(end - start), TimeSpan.FromSeconds(end)) : default;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Longest ? number : null;
}
